using static FlowLab.Plugins.Datasets.Expressions.Simplification;

namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>Derivatives of terms, as terms.</summary>
internal static class Differentiation
{
    /// <summary>d term / d z of a coordinate.</summary>
    public static Term Of(Term term, int coordinate) => term switch
    {
        Number => 0,
        Coordinate z => z.Index == coordinate ? 1 : 0,
        Operation { Sign: '+' } sum => Of(sum.Left, coordinate) + Of(sum.Right, coordinate),
        Operation { Sign: '*' } product => Of(product.Left, coordinate) * product.Right + product.Left * Of(product.Right, coordinate),
        Operation quotient => Of(quotient.Left, coordinate) / quotient.Right - quotient / quotient.Right * Of(quotient.Right, coordinate),
        Power power => (Term)power.Exponent * Raise(power.Base, power.Exponent - 1) * Of(power.Base, coordinate),
        Application { Second: null } application => Slope(application) * Of(application.First, coordinate),
        Application application => OfTwo(application, application.First, application.Second, coordinate),
        _ => throw new InvalidOperationException($"There is no derivative of {term}."),
    };

    private static Term Slope(Application term) => term.Function switch
    {
        Function.Exp => term,
        Function.Log => (Term)1 / term.First,
        Function.Sqrt => (Term)0.5 * Apply(Function.InverseRoot, term.First),
        Function.Sin => Apply(Function.Cos, term.First),
        Function.Cos => -Apply(Function.Sin, term.First),
        Function.Tanh => ((Term)1 - term) * ((Term)1 + term),
        Function.Sinh => Apply(Function.Cosh, term.First),
        Function.Cosh => Apply(Function.Sinh, term.First),
        Function.Atan => (Term)1 / ((Term)1 + Raise(term.First, 2)),
        Function.Abs => Apply(Function.Sign, term.First),
        Function.Sigmoid => term * Apply(Function.Sigmoid, -term.First),
        Function.Softplus => Apply(Function.Sigmoid, term.First),
        _ => throw new InvalidOperationException($"There is no derivative of {term.Function}."),
    };

    private static Term OfTwo(Application term, Term x, Term y, int coordinate)
    {
        (Term first, Term second) = (Of(x, coordinate), Of(y, coordinate));
        return term.Function switch
        {
            Function.LogAddExp => Apply(Function.Sigmoid, x - y) * first + Apply(Function.Sigmoid, y - x) * second,
            Function.Min => first + Apply(Function.IsLess, y, x) * (second - first),
            Function.Max => first + Apply(Function.IsLess, x, y) * (second - first),
            Function.Pow => y * Apply(Function.Pow, x, y - 1) * first + (second is Number { Value: 0 } ? 0 : term * Apply(Function.Log, x) * second),
            _ => throw new InvalidOperationException($"There is no derivative of {term.Function}."),
        };
    }
}
