namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>
/// Makes terms in the shortest form that is easy to find: constants are computed, nothing is added to 0 or multiplied with 1, and the
/// logarithm of a sum of exponentials becomes <see cref="Function.LogAddExp"/>, which neither overflows nor underflows.
/// </summary>
internal static class Simplification
{
    public static Term Add(Term left, Term right) => (left, right) switch
    {
        (Number a, Number b) => a.Value + b.Value,
        (Number { Value: 0 }, _) => right,
        (_, Number { Value: 0 }) => left,
        (_, Number) => Add(right, left),
        (Number a, Operation { Sign: '+', Left: Number b } sum) => Add(a.Value + b.Value, sum.Right),
        _ when left == right => Multiply(2, left),
        _ => new Operation('+', left, right),
    };

    public static Term Multiply(Term left, Term right) => (left, right) switch
    {
        (Number a, Number b) => a.Value * b.Value,
        (Number { Value: 0 }, _) or (_, Number { Value: 0 }) => 0,
        (Number { Value: 1 }, _) => right,
        (_, Number { Value: 1 }) => left,
        (_, Number) => Multiply(right, left),
        (Number a, Operation { Sign: '*', Left: Number b } product) => Multiply(a.Value * b.Value, product.Right),
        (Number a, Operation { Sign: '/', Right: Number b } quotient) => Multiply(a.Value / b.Value, quotient.Left),
        (_, Operation { Sign: '*', Left: Number b } product) => Multiply(b, Multiply(left, product.Right)),
        (Operation { Sign: '*', Left: Number a } product, _) => Multiply(a, Multiply(product.Right, right)),
        _ when left == right => Raise(left, 2),
        _ => new Operation('*', left, right),
    };

    public static Term Divide(Term left, Term right) => right is Number { Value: not 0 } divisor
        ? Multiply(1 / divisor.Value, left)
        : left is Number { Value: 0 } ? 0 : new Operation('/', left, right);

    public static Term Raise(Term term, double exponent) => (term, exponent) switch
    {
        (_, 0) => 1,
        (_, 1) => term,
        (Number number, _) => Math.Pow(number.Value, exponent),
        (_, 0.5) => Apply(Function.Sqrt, term),
        (Application { Function: Function.Sqrt } root, 2) => root.First,
        (Power { Exponent: var inner } power, _) when inner == Math.Truncate(inner) && exponent == Math.Truncate(exponent) => Raise(power.Base, inner * exponent),
        _ => new Power(term, exponent),
    };

    public static Term Apply(Function function, Term first, Term? second = null) => (function, first, second) switch
    {
        (_, Number x, null) => Functions.Value(function, x.Value, 0),
        (_, Number x, Number y) => Functions.Value(function, x.Value, y.Value),
        (Function.Pow, _, Number exponent) => Raise(first, exponent.Value),
        (Function.Log, Application { Function: Function.Exp } exponential, _) => exponential.First,
        (Function.Log, Operation { Sign: '+' } sum, _) when Exponents(sum) is { } exponents => exponents.Aggregate((x, y) => new Application(Function.LogAddExp, x, y)),
        _ => new Application(function, first, second),
    };

    /// <summary>x of every e^x in a sum, ln c + x of c e^x; null if it has other parts.</summary>
    private static List<Term>? Exponents(Term sum)
    {
        switch (sum)
        {
            case Operation { Sign: '+' } both:
                return Exponents(both.Left) is { } left && Exponents(both.Right) is { } right ? [.. left, .. right] : null;
            case Application { Function: Function.Exp } exponential:
                return [exponential.First];
            case Number { Value: > 0 } number:
                return [Math.Log(number.Value)];
            case Operation { Sign: '*', Left: Number { Value: > 0 } weight, Right: Application { Function: Function.Exp } exponential }:
                return [exponential.First + Math.Log(weight.Value)];
            default:
                return null;
        }
    }
}
