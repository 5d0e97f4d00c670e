using FlowLab.Testing.Bench;
using FlowLab.Testing.Laws;
using NUnit.Framework;

namespace FlowLab.Testing.Fixtures;

/// <summary>What fixtures of all kinds of components have in common: a bench on the processor, and verdicts as outcomes of tests.</summary>
public abstract class LawFixture
{
    private LawBench? _bench;

    /// <summary>The bench that laws are tried on.</summary>
    protected LawBench Bench => _bench ??= CreateBench();

    /// <summary>Disposes the bench.</summary>
    [OneTimeTearDown]
    public void CloseBench()
    {
        _bench?.Dispose();
        _bench = null;
    }

    /// <summary>Opens the bench; the vectors of the processor unless overridden.</summary>
    protected virtual LawBench CreateBench() => LawBench.OnProcessor();

    /// <summary>Fails with the smallest failing case, or skips what does not apply.</summary>
    protected static void Conclude(LawReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TestContext.Out.WriteLine(report);
        if (report.Verdict == LawVerdict.NotOffered)
            Assert.Ignore(report.ToString());
        else if (report.Verdict != LawVerdict.Holds)
            Assert.Fail(report.ToString());
    }
}
