"""PyYAML's safe loader, a little quicker."""

from __future__ import annotations

import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML built without libyaml: slower, otherwise the same
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

TAG = "tag:yaml.org,2002:"
"""What the names of YAML's own kinds of value begin with."""


class Loader(_SafeLoader):
    """The safe loader, asking for the kind of a plain value only where its first character allows one."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str:
        """The tag of a node that has none of its own."""
        if kind is not yaml.ScalarNode:
            return TAG + ("map" if kind is yaml.MappingNode else "seq")
        if implicit[0]:
            for tag, pattern in self.yaml_implicit_resolvers.get(value[:1], ()):
                if pattern.match(value):
                    return str(tag)
        return TAG + "str"
