"""What the node types of each grammar mean, a row a grammar. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Syntax:
    """Node types of one grammar. Fields are named as in the grammar."""

    comments: frozenset[str]
    strings: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    imports: frozenset[str]
    members: frozenset[str]
    """`a.b`: the dotted name is the node's text"""
    calls: Mapping[str, tuple[str, ...]]
    """node type → fields of the callee, the first that is there"""
    subscripts: Mapping[str, str]
    """node type → field of the subscripted value"""
    definitions: Mapping[str, str]
    """node type → field of the name that it defines"""
    givers: Mapping[str, str]
    """node type → field of the name that its value is given to (assignment, keyword argument, pair)"""
    keys: Mapping[str, str]
    """node type → field of its key, where the key is written like a name or a string"""
    walls: frozenset[str]
    """a value's way to its name ends here"""
    raises: frozenset[str]
    text: frozenset[str] = frozenset()
    """text between tags"""
    attributes: frozenset[str] = frozenset()
    docstring_parents: frozenset[str] = frozenset()
    methods: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """call node type → fields of receiver and name, in grammars that split them"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _map(**fields: str) -> Mapping[str, str]:
    return MappingProxyType(fields)


_PYTHON = Syntax(
    comments=_set("comment"),
    strings=_set("string"),
    names=_set("identifier"),
    numbers=_set("integer float"),
    imports=_set("import_statement import_from_statement future_import_statement"),
    members=_set("attribute"),
    calls={"call": ("function",), "decorator": ()},
    subscripts=_map(subscript="value"),
    definitions=_map(
        function_definition="name", class_definition="name", assignment="left", augmented_assignment="left", named_expression="name",
        default_parameter="name", typed_default_parameter="name", for_statement="left", for_in_clause="left", keyword_pattern="",
        type_alias_statement="left", as_pattern="alias", typed_parameter="", parameters="", lambda_parameters="",
    ),
    givers=_map(assignment="left", augmented_assignment="left", keyword_argument="name", pair="key", default_parameter="name",
                typed_default_parameter="name", named_expression="name", as_pattern="alias"),
    keys=_map(pair="key", keyword_argument="name"),
    walls=_set("block module function_definition class_definition lambda"),
    raises=_set("raise_statement"),
    docstring_parents=_set("expression_statement"),
)  # fmt: skip

_JAVASCRIPT = Syntax(
    comments=_set("comment html_comment hash_bang_line"),
    strings=_set("string template_string regex"),
    names=_set("identifier property_identifier private_property_identifier shorthand_property_identifier shorthand_property_identifier_pattern "
               "type_identifier statement_identifier"),
    numbers=_set("number"),
    imports=_set("import_statement"),
    members=_set("member_expression nested_type_identifier nested_identifier"),
    calls={"call_expression": ("function",), "new_expression": ("constructor",)},
    subscripts=_map(subscript_expression="object"),
    definitions=_map(
        function_declaration="name", generator_function_declaration="name", class_declaration="name", abstract_class_declaration="name",
        variable_declarator="name", assignment_expression="left", augmented_assignment_expression="left", method_definition="name",
        public_field_definition="name", field_definition="property", type_alias_declaration="name", interface_declaration="name",
        enum_declaration="name", enum_assignment="name", property_signature="name", method_signature="name", required_parameter="pattern",
        optional_parameter="pattern", function_expression="name", formal_parameters="", for_in_statement="left",
        object_assignment_pattern="left", assignment_pattern="left", enum_body="", pair_pattern="value", catch_clause="parameter",
    ),
    givers=_map(variable_declarator="name", assignment_expression="left", pair="key", public_field_definition="name", field_definition="property",
                property_signature="name", enum_assignment="name", object_assignment_pattern="left", assignment_pattern="left",
                required_parameter="pattern", jsx_attribute="", augmented_assignment_expression="left", type_alias_declaration="name"),
    keys=_map(pair="key", pair_pattern="key"),
    walls=_set("statement_block program function_declaration arrow_function class_body method_definition function_expression switch_body"),
    raises=_set("throw_statement"),
    text=_set("jsx_text"),
    attributes=_set("jsx_attribute"),
)  # fmt: skip

_GO = Syntax(
    comments=_set("comment"),
    strings=_set("interpreted_string_literal raw_string_literal"),
    names=_set("identifier field_identifier type_identifier package_identifier label_name"),
    numbers=_set("int_literal float_literal"),
    imports=_set("import_spec"),
    members=_set("selector_expression qualified_type"),
    calls={"call_expression": ("function",)},
    subscripts=_map(index_expression="operand"),
    definitions=_map(function_declaration="name", method_declaration="name", type_spec="name", const_spec="name", var_spec="name",
                     short_var_declaration="left", assignment_statement="left", parameter_declaration="name", field_declaration="name",
                     method_elem="name", range_clause="left", package_clause=""),
    givers=_map(const_spec="name", var_spec="name", short_var_declaration="left", assignment_statement="left", keyed_element="key"),
    keys=_map(keyed_element="key"),
    walls=_set("block source_file function_declaration func_literal"),
    raises=frozenset(),
)  # fmt: skip

_JAVA = Syntax(
    comments=_set("line_comment block_comment comment"),
    strings=_set("string_literal character_literal"),
    names=_set("identifier type_identifier"),
    numbers=_set("decimal_integer_literal decimal_floating_point_literal"),
    imports=_set("import_declaration package_declaration"),
    members=_set("field_access scoped_type_identifier scoped_identifier"),
    calls={"method_invocation": ("name",), "object_creation_expression": ("type",), "annotation": ("name",)},
    subscripts=_map(),
    definitions=_map(class_declaration="name", interface_declaration="name", method_declaration="name", variable_declarator="name",
                     formal_parameter="name", enum_constant="name", constructor_declaration="name", record_declaration="name",
                     enum_declaration="name", assignment_expression="left"),
    givers=_map(variable_declarator="name", assignment_expression="left", element_value_pair="key"),
    keys=_map(),
    walls=_set("block class_body program method_declaration lambda_expression"),
    raises=_set("throw_statement"),
    methods={"method_invocation": ("object", "name")},
)  # fmt: skip

_CSHARP = Syntax(
    comments=_set("comment"),
    strings=_set("string_literal verbatim_string_literal interpolated_string_expression raw_string_literal character_literal"),
    names=_set("identifier"),
    numbers=_set("integer_literal real_literal"),
    imports=_set("using_directive"),
    members=_set("member_access_expression qualified_name alias_qualified_name"),
    calls={"invocation_expression": ("function",), "object_creation_expression": ("type",), "attribute": ("name",)},
    subscripts=_map(element_access_expression="expression"),
    definitions=_map(class_declaration="name", interface_declaration="name", method_declaration="name", variable_declarator="name",
                     property_declaration="name", parameter="name", enum_member_declaration="name", record_declaration="name",
                     namespace_declaration="name", file_scoped_namespace_declaration="name", constructor_declaration="name",
                     struct_declaration="name", enum_declaration="name", assignment_expression="left"),
    givers=_map(variable_declarator="name", assignment_expression="left", property_declaration="name", argument="name"),
    keys=_map(),
    walls=_set("block declaration_list compilation_unit method_declaration lambda_expression"),
    raises=_set("throw_statement throw_expression"),
)  # fmt: skip

_RUST = Syntax(
    comments=_set("line_comment block_comment"),
    strings=_set("string_literal raw_string_literal char_literal"),
    names=_set("identifier type_identifier field_identifier shorthand_field_identifier"),
    numbers=_set("integer_literal float_literal"),
    imports=_set("use_declaration extern_crate_declaration"),
    members=_set("field_expression scoped_identifier scoped_type_identifier"),
    calls={"call_expression": ("function",), "macro_invocation": ("macro",)},
    subscripts=_map(),
    definitions=_map(function_item="name", struct_item="name", enum_item="name", enum_variant="name", const_item="name", static_item="name",
                     let_declaration="pattern", parameter="pattern", field_declaration="name", mod_item="name", type_item="name",
                     trait_item="name", function_signature_item="name"),
    givers=_map(const_item="name", static_item="name", let_declaration="pattern", field_initializer="field", assignment_expression="left"),
    keys=_map(field_initializer="field"),
    walls=_set("block source_file function_item closure_expression declaration_list"),
    raises=frozenset(),
)  # fmt: skip

_PHP = Syntax(
    comments=_set("comment"),
    strings=_set("string encapsed_string heredoc nowdoc"),
    names=_set("name variable_name"),
    numbers=_set("integer float"),
    imports=_set("namespace_use_declaration"),
    members=_set("member_access_expression qualified_name scoped_property_access_expression class_constant_access_expression"),
    calls={"function_call_expression": ("function",), "member_call_expression": ("name",), "object_creation_expression": (),
           "scoped_call_expression": ("name",)},
    subscripts=_map(subscript_expression=""),
    definitions=_map(class_declaration="name", method_declaration="name", function_definition="name", const_element="",
                     property_element="name", simple_parameter="name", assignment_expression="left", namespace_definition="name",
                     interface_declaration="name", trait_declaration="name", enum_declaration="name"),
    givers=_map(assignment_expression="left", array_element_initializer="", const_element="", argument="name"),
    keys=_map(),
    walls=_set("compound_statement program declaration_list method_declaration"),
    raises=_set("throw_expression throw_statement"),
    text=_set("text"),
    methods={"member_call_expression": ("object", "name"), "scoped_call_expression": ("scope", "name")},
)  # fmt: skip

_RUBY = Syntax(
    comments=_set("comment"),
    strings=_set("string symbol simple_symbol string_array heredoc_body regex delimited_symbol"),
    names=_set("identifier constant instance_variable class_variable global_variable hash_key_symbol"),
    numbers=_set("integer float"),
    imports=frozenset(),
    members=_set("scope_resolution"),
    calls={"call": ("method",)},
    subscripts=_map(element_reference="object"),
    definitions=_map(**{"class": "name", "module": "name", "method": "name", "assignment": "left", "singleton_method": "name",
                        "method_parameters": "", "keyword_parameter": "name", "optional_parameter": "name"}),
    givers=_map(assignment="left", pair="key", keyword_parameter="name", optional_parameter="name"),
    keys=_map(pair="key"),
    walls=_set("body_statement program method do_block block"),
    raises=frozenset(),
    methods={"call": ("receiver", "method")},
)  # fmt: skip

SYNTAX: Mapping[str, Syntax] = MappingProxyType(
    {
        "python": _PYTHON, "javascript": _JAVASCRIPT, "typescript": _JAVASCRIPT, "tsx": _JAVASCRIPT, "go": _GO, "java": _JAVA,
        "csharp": _CSHARP, "rust": _RUST, "php": _PHP, "ruby": _RUBY,
    }
)  # fmt: skip

MARKUP = frozenset({"vue", "svelte", "html"})
"""read by `sfc`, their scripts by a grammar"""
CODE = frozenset(SYNTAX) | MARKUP
"""languages of programs; a notebook holds one in JSON"""
