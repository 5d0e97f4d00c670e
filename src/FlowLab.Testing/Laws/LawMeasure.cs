namespace FlowLab.Testing.Laws;

/// <summary>How far a component is from a law in one case.</summary>
/// <param name="Error">The largest deviation; NaN where something that has to be a number is none.</param>
/// <param name="Tolerance">What is allowed, in the same unit.</param>
/// <param name="Detail">Where the deviation was largest, and what was expected there.</param>
public readonly record struct LawMeasure(double Error, double Tolerance, string Detail)
{
    /// <summary>Nothing deviates.</summary>
    public static LawMeasure Exact { get; } = new(0, 0, "");

    /// <summary>Why the case says nothing; empty if it says something.</summary>
    public string Undecided { get; private init; } = "";

    /// <summary>Whether the law holds in this case.</summary>
    public bool Holds => Error <= Tolerance;

    /// <summary>Error in units of what is allowed.</summary>
    public double Excess => Holds ? Tolerance > 0 ? Error / Tolerance : 0 : Tolerance > 0 && !double.IsNaN(Error) ? Error / Tolerance : double.PositiveInfinity;

    /// <summary>A law that knows no degrees is broken.</summary>
    public static LawMeasure Broken(string detail) => new(double.NaN, 0, detail);

    /// <summary>The case cannot be judged.</summary>
    public static LawMeasure Nothing(string reason) => new(0, 0, "") { Undecided = reason };

    /// <summary>The one of two that is further from its law; what is decided goes before what is not.</summary>
    public static LawMeasure Worse(LawMeasure first, LawMeasure second)
    {
        if (first.Undecided.Length > 0 != second.Undecided.Length > 0)
            return first.Undecided.Length > 0 ? second : first;
        return second.Excess > first.Excess || (second.Excess == first.Excess && second.Error > first.Error) ? second : first;
    }
}
