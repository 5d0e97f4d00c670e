using System.Runtime.Intrinsics;
using FlowLab.Accelerators.Simd;
using FlowLab.Engine.Ceilings;
using FlowLab.Engine.LinearAlgebra.Cpu;
using ILGPU;

namespace FlowLab.Engine.Tests.Ceilings;

/// <summary>What the machine can do at best.</summary>
[TestFixture]
public sealed class PeakTests
{
    [Test]
    public void Chains_do_24_multiply_adds_per_step_however_many_they_are()
    {
        foreach (int chains in new[] { 12, 24 })
        {
            Assert.That(FmaChains<Vector128<float>, Width128>.Run(chains, 100), Is.EqualTo(2.0 * 4 * 24 * 100));
            Assert.That(FmaChains<Vector512<float>, Width512>.Run(chains, 100), Is.EqualTo(2.0 * 16 * 24 * 100));
        }
    }

    [Test]
    public void A_rate_that_no_processor_reaches_beats_the_peak_and_a_slow_one_does_not()
    {
        using Context context = Context.CreateDefault();
        using SimdAccelerator accelerator = context.CreateSimdAccelerator(2);
        var peak = FmaPeak.Measure(accelerator);

        Assert.That(peak.Rate, Is.GreaterThan(1e9));
        Assert.That(peak.IsBeatenBy(100 * peak.Rate), Is.True);
        Assert.That(peak.IsBeatenBy(0.5 * peak.Rate), Is.False);
        Assert.That(peak.Description, Does.EndWith("chains, 2 threads"));
    }

    [Test]
    public void Memory_moves_and_the_description_says_how()
    {
        using Context context = Context.CreateDefault();
        using SimdAccelerator accelerator = context.CreateSimdAccelerator(2);
        var peak = MemoryPeak.Measure(accelerator);

        Assert.That(peak.Rate, Is.InRange(1e8, 1e13));
        Assert.That(peak.Description, Is.AnyOf("reading", "copying", "changing in place"));
    }
}
