"""Schemas of zod, Joi and the like: what they leave of the data, and what only looks as if they did."""

import pytest

from reviewers.static.flow.small_programs import reached

HEAD = (
    "const { exec } = require('child_process'); const { z } = require('zod'); const Joi = require('joi');\n"
    "const express = require('express'); const app = express();\n"
)


def _is_told(schema: str, use: str = "d.n") -> bool:
    parse = f"const {{ value: d }} = {schema}.validate(req.body)" if "Joi" in schema else ""
    parse = parse or f"const d = {schema}.parse(req.body)"
    code = f"{HEAD}app.post('/x', (req, res) => {{ {parse}; exec('ls ' + {use}); }});"
    return any(rule == "js-command-injection" for rule, _ in reached("javascript", code))


@pytest.mark.parametrize(
    "field",
    [
        "z.string()",
        "z.coerce.string()",
        "z.enum(['a']).or(z.string())",
        "z.number().or(z.string())",
        "z.number().or(z.union([z.string(), z.boolean()]))",
        "z.number().or(unheardOf)",
        "z.number().catch(req.query.z)",
        "z.number().catch(() => req.query.z)",
        "z.number().default(req.query.z)",
        "z.number().transform(() => req.query.n)",
        "z.number().pipe(z.string())",
        "z.preprocess(Number, z.string())",
        "z.enum(['a']).and(z.string())",
        "z.string().regex(/^.{1,9}$/)",
    ],
)
def test_what_lets_any_text_through_is_told_of(field: str) -> None:
    assert _is_told(f"z.object({{ n: {field} }})")


@pytest.mark.parametrize(
    "field",
    [
        "z.number()",
        "z.coerce.number().int()",
        "z.coerce.date()",
        "z.enum(['a']).default('a')",
        "z.enum(['a', 'b']).catch('a').optional()",
        "z.number().or(z.boolean())",
        "z.number().or(z.literal('all')).nullable()",
        "z.number().transform((n) => n * 2)",
        "z.string().transform(Number).pipe(z.number().int())",
        "z.preprocess((v) => Number(v), z.number())",
        "z.coerce.number().default(() => 5)",
        "z.string().regex(/^[a-z0-9-]{1,40}$/).default('x')",
    ],
)
def test_what_leaves_nothing_harmful_is_not(field: str) -> None:
    assert not _is_told(f"z.object({{ n: {field} }})")


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ("z.object({ a: z.number() }).or(z.object({ n: z.string() }))", True),
        ("z.object({ a: z.number() }).and(z.object({ n: z.string() }))", True),
        ("z.object({ a: z.number() }).and(z.object({ n: z.number() }))", False),
        ("z.intersection(z.object({ a: z.number() }), z.object({ n: z.string() }))", True),
        ("z.object({ a: z.number() }).merge(z.object({ b: z.number() }).passthrough())", True),
        ("z.object({ a: z.number() }).merge(z.object({ n: z.number() }))", False),
        ("Joi.object({ n: Joi.string().valid('a').allow(Joi.any()) })", True),
        ("Joi.object({ n: Joi.string().valid('a').allow('', null) })", False),
        ("Joi.object({ n: Joi.number(), m: Joi.number() }).or('n', 'm')", False),
    ],
)
def test_objects_let_through_what_one_of_their_parts_does(schema: str, *, told: bool) -> None:
    assert _is_told(schema) is told
