"""Measures with their figures, as far as they may be shown. Nothing that must stay hidden leaves this module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from coaching_manual.addresses import MEASURES_FOLDER, families_page, report_page
from coaching_manual.index import Index
from coaching_manual.languages import twin_of
from coaching_manual.measuring import Figure
from coaching_manual.measuring.suppression import MAIN
from coaching_manual.model import Change, Measure, Result, Source, Target
from coaching_manual.views import measure_words as words
from coaching_manual.views.measure_charts import chart_view
from coaching_manual.views.measure_context import accreditation_view, logic_view, services_view
from coaching_manual.views.measure_files import COLUMNS, data_rows, figures_csv, figures_json
from coaching_manual.views.measure_lines import breakdown_views, line_views, pool_views, pooled_tables
from coaching_manual.views.measure_published import Published, published
from coaching_manual.views.measure_shapes import (
    AccreditationView,
    DashboardView,
    DataRow,
    LogicView,
    MeasureView,
    Movement,
    ServicesView,
    SpanishState,
    TargetView,
    YearView,
)
from coaching_manual.views.shapes import Link, TermLink

_Rows = Mapping[str, Mapping[str, Sequence[Result]]]  # by measure, then by year


class Accountability:
    """The views over all measures of an index."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def illustrative(self) -> bool:
        """Whether the figures are invented: only while nothing at all has been reported."""
        return not self._index.framework.results and bool(self._index.framework.illustrative)

    @cached_property
    def _rows(self) -> _Rows:
        framework = self._index.framework
        found: dict[str, dict[str, list[Result]]] = defaultdict(lambda: defaultdict(list))
        for entry in framework.illustrative if self.illustrative else framework.results:
            found[entry.record.measure][entry.record.year].append(entry.record)
        return found

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The school years of which there is a report, the latest first."""
        return tuple(sorted({year for by_year in self._rows.values() for year in by_year}, reverse=True))

    def measures(self) -> tuple[MeasureView, ...]:
        """All measures, in the order of their file."""
        return tuple(self.measure(measure_id) for measure_id in self._index.tables["measure"])

    def measure(self, measure_id: str, until: str | None = None) -> MeasureView:
        """A measure with all its years, or with those up to one of them."""
        measure: Measure = self._index.find("measure", measure_id).record
        by_year = self._rows.get(measure.id, {})
        known = {year: rows for year, rows in by_year.items() if until is None or year <= until}
        shown = published(measure, known, [one.year for one in self._changes(measure)])
        years = tuple(self._year(measure, year, shown) for year in shown.lines)
        latest = years[-1] if years else None
        main = shown.totals
        compared, moved = self._comparison(measure, main)
        together = tuple(pool_views(measure, shown))
        targets = tuple(self._targets(measure, main))
        return MeasureView(
            measure=measure,
            number=list(self._index.tables["measure"]).index(measure.id) + 1,
            href=f"measure:{measure.id}",
            illustrative=self.illustrative,
            standing=latest.figure.standing if latest else "not-reported",
            headline=words.headline(latest, moved),
            state=words.state(latest, together),
            comparison=compared,
            movement=moved,
            years=years,
            together=together,
            pooling_note=words.pooling_note(measure, main.values()),
            tables_together=tuple(pooled_tables(measure, shown)),
            latest=latest,
            targets=targets,
            chart=chart_view(measure, years, targets, together, illustrative=self.illustrative, point=compared),
            curricula=tuple(self._curricula(measure)),
            terms=tuple(self._terms(measure)),
            sources=tuple(self._sources(measure)),
            es=self._spanish(measure, latest, shown),
        )

    def dashboard(self, year: str | None = None) -> DashboardView:
        """All measures at one look: as they stand now, or at the end of a year."""
        views = tuple(self.measure(measure_id, year) for measure_id in self._index.tables["measure"])
        latest = year or (self.years[0] if self.years else None)
        return DashboardView(
            measures=views,
            summary=tuple(words.summary(views, latest)),
            summary_es=words.summary_es(views, latest),
            illustrative=self.illustrative,
            latest=words.year_label(latest) if latest else None,
            reports=tuple(_report(one) for one in self.years),
            report=_report(latest) if latest else None,
            families=Link("Summary for families", f"page:{families_page(latest)}") if latest else None,
            families_draft=any(view.es and view.es.draft for view in views),
            families_es=_families_es(latest) if latest and any(view.es for view in views) else None,
        )

    def services(self, year: str | None = None) -> ServicesView:
        """The log of training and services, or one year of it."""
        framework = self._index.framework
        nothing_real = not framework.services and not framework.results
        return services_view(
            self._index, illustrative=nothing_real and bool(framework.illustrative_services), year=year
        )

    def accreditation(self) -> AccreditationView | None:
        """Where the credential programs stand."""
        return accreditation_view(self._index)

    def logic_model(self) -> LogicView | None:
        """How coaching is meant to lead to achievement."""
        return logic_view(self._index)

    @property
    def csv_file(self) -> str:
        """The path of the figures as CSV, below docs/; its name says if they are invented."""
        return f"{MEASURES_FOLDER}/{'illustrative-' if self.illustrative else ''}figures.csv"

    @property
    def json_file(self) -> str:
        """The path of the figures as JSON, below docs/."""
        return self.csv_file.replace(".csv", ".json")

    def columns(self) -> Iterable[tuple[str, str]]:
        """The columns of the files to download, and what each means."""
        return COLUMNS.items()

    def files(self) -> dict[str, str]:
        """The files to download: path below docs/ and text."""
        rows = self.data()
        if not rows:
            return {}
        district = self._index.framework.district
        publisher = district.record.name if district else ""
        return {self.csv_file: figures_csv(rows), self.json_file: figures_json(rows, publisher)}

    def data(self) -> tuple[DataRow, ...]:
        """Every figure that may be shown, and a line for each that may not."""
        return tuple(row for view in self.measures() for row in data_rows(view))

    def _year(self, measure: Measure, year: str, shown: Published) -> YearView:
        main = shown.totals[year]
        target = next((one for one in self._targets(measure, {year: main}) if one.year == year), None)
        lines = tuple(line_views(measure, shown.lines[year]))
        change = next((one.what for one in self._changes(measure) if one.year == year), "")
        return YearView(
            year=year,
            label=words.year_label(year),
            figure=words.figure_view(
                main, as_percentage=words.shows_percentage(measure), counted=words.counted(measure)
            ),
            companions=lines,
            lines_note=words.lines_note(
                measure, {one: figure for one, figure in shown.lines[year].items() if one != MAIN}
            ),
            breakdowns=tuple(breakdown_views(measure, shown, year)),
            target=target,
            change=change,
            has_before=year > min(shown.lines),
        )

    def _comparison(self, measure: Measure, main: Mapping[str, Figure]) -> tuple[str, Movement]:
        if not main:
            return "", 0
        *earlier, year = main
        changed = any(one.year == year for one in self._changes(measure))
        before = main[earlier[-1]] if earlier else None
        compared = words.comparison(measure, before, main[year], earlier[-1] if earlier else None, changed=changed)
        return compared, 0 if changed or before is None else words.movement(measure, before, main[year])

    def _targets(self, measure: Measure, main: Mapping[str, Figure]) -> Iterator[TargetView]:
        for target in sorted(self._targets_of(measure), key=lambda one: one.year):
            outcome = words.target_outcome(measure, target, main.get(target.year, Figure()))
            asked = words.target_words(measure, target)
            reached = words.reaches(measure, target, main.get(target.year, Figure()))
            yield TargetView(target.year, asked, target.reason, outcome, target.value, reached)

    def _targets_of(self, measure: Measure) -> Iterable[Target]:
        invented = self._index.framework.illustration if self.illustrative else None
        return (
            *measure.targets,
            *(one for one in (invented.record.targets if invented else ()) if one.measure == measure.id),
        )

    def _changes(self, measure: Measure) -> Iterable[Change]:
        invented = self._index.framework.illustration if self.illustrative else None
        return (
            *measure.changes,
            *(one for one in (invented.record.changes if invented else ()) if one.measure == measure.id),
        )

    def _spanish(self, measure: Measure, latest: YearView | None, shown: Published) -> SpanishState | None:
        if measure.es is None:
            return None
        figure, year = (shown.totals[latest.year], latest.year) if latest else (None, "")
        state = words.state_es(figure, year, shown.pools, as_percentage=words.shows_percentage(measure))
        es = measure.es
        return SpanishState(es.title, es.question, state, es.caution, draft=es.reviewed is None)

    def _curricula(self, measure: Measure) -> Iterator[Link]:
        table = self._index.tables["curriculum"]
        for one in measure.curricula:
            if one in table:
                yield Link(table[one].record.title, f"curriculum:{one}")

    def _terms(self, measure: Measure) -> Iterator[TermLink]:
        for one in measure.terms:
            if one in self._index.terms:
                term = self._index.terms[one].record
                yield TermLink(term.id, term.term, term.definition)

    def _sources(self, measure: Measure) -> Iterator[Source]:
        table = self._index.tables["source"]
        return (table[one].record for one in measure.sources if one in table)


def _report(year: str) -> Link:
    return Link(words.year_label(year), f"page:{report_page(year)}")


def _families_es(year: str) -> Link:
    return Link("Resumen para las familias", f"page:{twin_of(families_page(year))}")
