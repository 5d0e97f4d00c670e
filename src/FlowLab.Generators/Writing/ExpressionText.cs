using System;
using System.Linq;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Writing;

/// <summary>Expressions as C#, with the parentheses that keep the order of operations.</summary>
/// <param name="element">The C# of what lies in memory.</param>
internal sealed class ExpressionText(Func<Expression, string> element)
{
    private const int Highest = 10;

    public string Of(Expression value) => value switch
    {
        Constant constant => constant.Text,
        Read read => read.Variable.Name,
        Unary unary => unary.Sign + Within(unary.Of, Highest),
        Binary binary => $"{Within(binary.Left, Level(binary))} {binary.Sign} {Within(binary.Right, Level(binary) + 1)}",
        Choice choice => $"{Within(choice.Condition, 1)} ? {Within(choice.Then, 1)} : {Within(choice.Otherwise, 1)}",
        Call call => $"{call.Function}({string.Join(", ", call.Parts.Select(Of))})",
        Conversion conversion => $"({(conversion.Kind == ValueKind.Number ? "float" : "int")}){Within(conversion.Of, Highest)}",
        _ => element(value),
    };

    private string Within(Expression value, int level) => Level(value) < level ? $"({Of(value)})" : Of(value);

    private static int Level(Expression value) => value switch
    {
        Choice => 0,
        Binary { Sign: "||" } => 1,
        Binary { Sign: "&&" } => 2,
        Binary { Sign: "==" or "!=" } => 3,
        Binary { Sign: "<" or ">" or "<=" or ">=" } => 4,
        Binary { Sign: "+" or "-" } => 5,
        Binary => 6,
        Unary or Conversion => 9,
        Constant { Text: ['-', ..] } => 9,
        Constant { Text: var text } when text.Contains(' ') && text[0] != '(' => 5,
        _ => Highest,
    };
}
