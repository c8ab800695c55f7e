"""Measures with their figures, as far as they may be shown. Nothing that must stay hidden leaves this module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from coaching_manual.addresses import MEASURES_FOLDER, report_page
from coaching_manual.index import Index
from coaching_manual.measuring import Figure, Reported, publish_breakdown, publish_lines
from coaching_manual.measuring.suppression import MAIN
from coaching_manual.model import Change, Measure, Result, Source, Target
from coaching_manual.views import measure_words as words
from coaching_manual.views.measure_charts import chart_view
from coaching_manual.views.measure_context import accreditation_view, logic_view, services_view
from coaching_manual.views.measure_files import COLUMNS, figures_csv, figures_json
from coaching_manual.views.measure_shapes import (
    AccreditationView,
    BreakdownView,
    DashboardView,
    DataRow,
    LineView,
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
        shown = [year for year in sorted(by_year) if until is None or year <= until]
        figures = {year: _published(measure, by_year[year]) for year in shown}
        years = tuple(self._year(measure, year, figures, by_year[year]) for year in shown)
        latest = years[-1] if years else None
        main = {year: lines.get(MAIN, Figure()) for year, lines in figures.items()}
        compared, moved = self._comparison(measure, main)
        targets = tuple(self._targets(measure, main))
        return MeasureView(
            measure=measure,
            number=list(self._index.tables["measure"]).index(measure.id) + 1,
            href=f"measure:{measure.id}",
            illustrative=self.illustrative,
            standing=latest.figure.standing if latest else "not-reported",
            state=_state(latest),
            comparison=compared if latest and latest.figure.standing == "reported" else "",
            movement=moved,
            years=years,
            latest=latest,
            targets=targets,
            chart=chart_view(measure, years, targets, illustrative=self.illustrative, point=compared),
            curricula=tuple(self._curricula(measure)),
            terms=tuple(self._terms(measure)),
            sources=tuple(self._sources(measure)),
            es=self._spanish(measure, latest, main),
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
            reports=tuple(Link(words.year_label(one), f"page:{report_page(one)}") for one in self.years),
        )

    def services(self, year: str | None = None) -> ServicesView:
        """The log of training and services, or one year of it."""
        nothing_real = not self._index.framework.services and not self._index.framework.results
        return services_view(self._index, illustrative=nothing_real, year=year)

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
        return tuple(
            row for view in self.measures() for year in view.years for row in self._rows_of(view.measure, year)
        )

    def _rows_of(self, measure: Measure, year: YearView) -> Iterator[DataRow]:
        lines = [("", "", LineView("", "", year.figure))]
        lines += [("", "", line) for line in year.companions]
        lines += [(one.id, line.id, line) for one in year.breakdowns for line in one.groups]
        for breakdown, group, line in lines:
            yield DataRow(
                school_year=year.year,
                measure=measure.id,
                title=measure.title,
                line="" if breakdown else line.id,
                breakdown=breakdown,
                group=group,
                numerator=line.figure.number,
                denominator=line.figure.of,
                percentage=line.figure.percent,
                status=line.figure.standing.replace("-", " "),
                illustrative=self.illustrative,
            )

    def _year(
        self, measure: Measure, year: str, figures: Mapping[str, Mapping[str, Figure]], rows: Sequence[Result]
    ) -> YearView:
        lines = figures[year]
        main = lines.get(MAIN, Figure())
        target = next((one for one in self._targets(measure, {year: main}) if one.year == year), None)
        change = next((one.what for one in self._changes(measure) if one.year == year), "")
        return YearView(
            year=year,
            label=words.year_label(year),
            figure=words.figure_view(main, as_percentage=words.shows_percentage(measure), counted=_counted(measure)),
            companions=tuple(_companions(measure, lines)),
            breakdowns=tuple(_breakdowns(measure, main, rows)),
            target=target,
            change=change,
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
            yield TargetView(target.year, asked, target.reason, outcome, target.value)

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

    def _spanish(self, measure: Measure, latest: YearView | None, main: Mapping[str, Figure]) -> SpanishState | None:
        if measure.es is None:
            return None
        figure, year = (main[latest.year], latest.year) if latest else (None, "")
        state = words.state_es(figure, year, as_percentage=words.shows_percentage(measure))
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


def _published(measure: Measure, rows: Sequence[Result]) -> dict[str, Figure]:
    """The totals of a year by line, as far as they may be shown."""
    lines = {row.line or MAIN: _reported(row) for row in rows if not row.breakdown}
    among = {one.id: one.among for one in measure.companions if one.among}
    return publish_lines(measure.counted, {MAIN: Reported(None), **lines}, among)


def _reported(row: Result) -> Reported:
    number = int(row.numerator) if row.numerator.isdigit() else None
    of = int(row.denominator) if row.denominator.isdigit() else None
    if number is not None and of is not None and number > of:
        return Reported(None)  # it is reported as wrong, so nothing is made of it
    return Reported(number, of, hidden="*" in {row.numerator, row.denominator})


def _companions(measure: Measure, lines: Mapping[str, Figure]) -> Iterator[LineView]:
    for one in measure.companions:
        figure = lines.get(one.id, Figure())
        yield LineView(one.id, one.title, words.figure_view(figure, as_percentage=one.denominator is not None))


def _breakdowns(measure: Measure, total: Figure, rows: Sequence[Result]) -> Iterator[BreakdownView]:
    for one in measure.breakdowns:
        reported = {row.group: _reported(row) for row in rows if row.breakdown == one.id and row.group}
        if not reported:
            continue
        groups = {group.id: reported.get(group.id, Reported(None)) for group in one.groups}
        table = publish_breakdown(measure.counted, total, groups)
        as_percentage = words.shows_percentage(measure)
        lines = tuple(
            LineView(group.id, group.title, words.figure_view(table.groups[group.id], as_percentage=as_percentage))
            for group in one.groups
        )
        hides = any(line.figure.standing == "hidden" for line in lines)
        note = words.WITHHELD if table.withheld else words.WHY_HIDDEN if hides else ""
        yield BreakdownView(one.id, one.title, lines, table.withheld, note)


def _counted(measure: Measure) -> str:
    return "sites" if measure.counted == "sites" else "people"


def _state(latest: YearView | None) -> str:
    if latest is None or latest.figure.standing == "not-reported":
        return f"{words.NOT_REPORTED}."
    if latest.figure.standing == "hidden":
        return f"{words.HIDDEN} in {latest.label}."
    return f"{latest.figure.words} in {latest.label}."
