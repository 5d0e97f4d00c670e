namespace FlowLab.Plugins.Datasets.Expressions;

/// <summary>A part of an expression over z. Terms are values: two that read the same are equal, and computed once.</summary>
internal abstract record Term
{
    public static implicit operator Term(double value) => new Number(value);

    public static Term operator +(Term left, Term right) => Simplification.Add(left, right);

    public static Term operator -(Term left, Term right) => Simplification.Add(left, Simplification.Multiply(-1, right));

    public static Term operator -(Term term) => Simplification.Multiply(-1, term);

    public static Term operator *(Term left, Term right) => Simplification.Multiply(left, right);

    public static Term operator /(Term left, Term right) => Simplification.Divide(left, right);
}
