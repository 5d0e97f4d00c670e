using System.Globalization;

namespace FlowLab.Testing.Laws;

/// <summary>What was found out about a component and a law.</summary>
/// <param name="Law">Name of the law.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Cases">Cases that were judged.</param>
/// <param name="Worst">The case that came closest to the tolerance, or is furthest beyond it.</param>
/// <param name="Seconds">Time that it took.</param>
public sealed record LawReport(string Law, LawVerdict Verdict, int Cases, LawMeasure Worst, double Seconds)
{
    /// <summary>What is wrong, or why nothing could be said; empty if the law holds.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The smallest case found in which the law is broken, as C# to paste into a test; empty if it holds.</summary>
    public string FailingCase { get; init; } = "";

    /// <exception cref="LawBrokenException">The law is broken, or nothing could be said about it.</exception>
    public void ThrowIfBroken()
    {
        if (Verdict is LawVerdict.Broken or LawVerdict.Undecided)
            throw new LawBrokenException(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Verdict switch
    {
        LawVerdict.Holds => string.Create(CultureInfo.InvariantCulture, $"{Law} holds in {Cases} cases, worst error {Worst.Error:G3} of {Worst.Tolerance:G3}"),
        LawVerdict.NotOffered => $"{Law} does not apply: {Reason}",
        _ => $"{Law}: {Reason}{(FailingCase.Length == 0 ? "" : $"{Environment.NewLine}{FailingCase}")}",
    };
}
