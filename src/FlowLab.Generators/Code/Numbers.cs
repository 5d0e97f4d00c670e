using System.Linq;

namespace FlowLab.Generators.Code;

/// <summary>Makes expressions, without what changes nothing: 0 + x, 1 * x, -(-x).</summary>
internal static class Numbers
{
    public static readonly Expression Zero = new Constant("0f", ValueKind.Number);

    public static readonly Expression One = new Constant("1f", ValueKind.Number);

    public static readonly Expression Two = new Constant("2f", ValueKind.Number);

    public static bool IsZero(Expression value) => value is Constant { Text: "0f" };

    public static bool IsOne(Expression value) => value is Constant { Text: "1f" };

    public static Expression Add(Expression left, Expression right) =>
        IsZero(left) ? right
        : IsZero(right) ? left
        : right is Unary { Sign: "-" } negated ? Of("-", left, negated.Of)
        : Of("+", left, right);

    public static Expression Subtract(Expression left, Expression right) =>
        IsZero(right) ? left
        : IsZero(left) ? Negate(right)
        : right is Unary { Sign: "-" } negated ? Of("+", left, negated.Of)
        : Of("-", left, right);

    public static Expression Multiply(Expression left, Expression right) => (left, right) switch
    {
        _ when IsZero(left) || IsZero(right) => Zero,
        _ when IsOne(left) => right,
        _ when IsOne(right) => left,
        (Unary { Sign: "-" } a, Unary { Sign: "-" } b) => Multiply(a.Of, b.Of),
        (Unary { Sign: "-" } a, _) => Negate(Multiply(a.Of, right)),
        (_, Unary { Sign: "-" } b) => Negate(Multiply(left, b.Of)),
        _ => Of("*", left, right),
    };

    public static Expression Divide(Expression left, Expression right) =>
        IsZero(left) ? Zero
        : IsOne(right) ? left
        : left is Unary { Sign: "-" } negated ? Negate(Divide(negated.Of, right))
        : Of("/", left, right);

    public static Expression Negate(Expression value) => value switch
    {
        _ when IsZero(value) => Zero,
        Unary { Sign: "-" } negated => negated.Of,
        _ => new Unary("-", value),
    };

    /// <summary>condition ? value : 0.</summary>
    public static Expression Where(Expression condition, Expression value) => IsZero(value) ? Zero : new Choice(condition, value, Zero);

    public static Expression Of(string sign, Expression left, Expression right) => new Binary(sign, left, right, ValueKind.Number);

    public static Expression Call(string function, params Expression[] arguments) => new Call(function, arguments);

    /// <summary>Whether it is so short that naming it would say nothing.</summary>
    public static bool IsAtom(Expression value) =>
        value is Constant or Read or LogDetGradient || (value is Unary or Conversion && value.Parts.All(IsAtom));

    /// <summary>Whether two expressions compute the same.</summary>
    public static bool AreEqual(Expression left, Expression right)
    {
        if (left.GetType() != right.GetType() || left.Kind != right.Kind || left.Parts.Count != right.Parts.Count)
            return false;
        bool isSame = (left, right) switch
        {
            (Constant a, Constant b) => a.Text == b.Text,
            (Read a, Read b) => a.Variable == b.Variable,
            (Parameter a, Parameter b) => a.Block == b.Block,
            (RowValue a, RowValue b) => a.Row == b.Row,
            (Unary a, Unary b) => a.Sign == b.Sign,
            (Binary a, Binary b) => a.Sign == b.Sign,
            (Code.Call a, Code.Call b) => a.Function == b.Function,
            _ => true,
        };
        return isSame && left.Parts.Zip(right.Parts, AreEqual).All(same => same);
    }
}
