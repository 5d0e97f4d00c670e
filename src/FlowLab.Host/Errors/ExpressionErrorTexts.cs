namespace FlowLab.Host.Errors;

/// <summary>What FLX numbers mean.</summary>
internal static class ExpressionErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLX: expressions", "An energy that is an expression of the manifest, see [manifests](manifests.md#energies-as-expressions). Columns count characters from 1; the arrow `>here>` stands before the one in question.",
    [
        new("FLX001", "The expression is empty",
            """
            FLX001: target.energy: the expression is empty; expected U(z) in z1, z2, ..., such as "0.5*((sqrt(z1^2+z2^2)-2)/0.4)^2"; write one
            """,
            "Write the energy U of the density exp(-U) / Z."),
        new("FLX002", "Something else was expected",
            "FLX002: target.energy, column 8: expected ')' or an operator; found the end; see (z1 + 2 >here>",
            "Usually an operator or a parenthesis is missing: a product needs its `*`, also behind a number."),
        new("FLX003", "Unknown name",
            """
            FLX003: target.energy, column 1: there is no "sqr"; expected z1, z2, ..., pi, e or one of exp, log, ln, sqrt, sin, cos, tanh, sinh, cosh, atan, abs, sigmoid, softplus, logaddexp, pow, min, max; did you mean "sqrt"?; see  >here> sqr(z1)
            """,
            "Use one of the names, in lower case. Coordinates are z1, z2, ...; a function has its argument in parentheses."),
        new("FLX004", "Wrong number of arguments",
            "FLX004: target.energy, column 1: max takes 2 arguments; found 1; see  >here> max(z1)",
            "`logaddexp`, `pow`, `min` and `max` take two arguments, all others one."),
        new("FLX005", "No such coordinate",
            """
            FLX005: target.energy, column 1: there is no coordinate "z0"; expected z1 to z64; count from 1; see  >here> z0 + z1
            """,
            "Coordinates count from 1. An energy of more than 64 is better written as a plugin."),
        new("FLX006", "No coordinate at all",
            """
            FLX006: target.energy: "1 + pi" depends on no coordinate; expected at least one of z1, z2, ...; a constant energy is no density
            """,
            "Name every coordinate up to the dimension that you want; the highest is the dimension."),
        new("FLX007", "The expression is too large",
            "FLX007: target.energy, column 101: the expression is too large: it is nested more than 100 deep; write a plugin for such an energy; see ...((((((((((((((((((( >here> ((((((((((((((((((((...",
            "At most 4000 characters and 100 levels. An energy of that size has structure that C# says better."),
    ]);
}
