using FlowLab.Host.Devices;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Host.Tests.Devices;

/// <summary>The check that a device goes through before it is offered.</summary>
public class DeviceProbeTests
{
    private Context _context = null!;

    [SetUp]
    public void CreateContext() => _context = RunDevice.CreateContext();

    [TearDown]
    public void DisposeContext() => _context.Dispose();

    [TestCase(DeviceName.Cpu)]
    [TestCase(DeviceName.IlgpuCpu)]
    public void The_processor_passes(string name)
    {
        using Accelerator accelerator = DeviceSurvey.Find(name)!.Drivers.Single().Create(_context, 2);
        Assert.That(DeviceProbe.FaultOf(accelerator), Is.Null);
    }

    [Test]
    public void Numbers_that_are_right_up_to_rounding_are_no_fault()
    {
        Assert.That(ProbeComparison.FaultOf("integer", [1, 2], index => index + 1), Is.Null);
        Assert.That(ProbeComparison.FaultOf("curve", [1, 1000.001f], index => index == 0 ? 1 : 1000), Is.Null);
    }

    [TestCase(2.1f, "2.1")]
    [TestCase(float.NaN, "NaN")]
    [TestCase(float.PositiveInfinity, "Infinity")]
    public void A_wrong_number_is_named(float wrong, string text) =>
        Assert.That(ProbeComparison.FaultOf("curve", [1, wrong], index => index + 1), Is.EqualTo(
            $"FLR025 it computes wrong numbers (curve 1 of the probe: expected 2, found {text})"));

    [Test]
    public void Integers_are_right_to_the_last_bit() =>
        Assert.That(ProbeComparison.FaultOf("integer", [int.MaxValue - 1], _ => int.MaxValue), Is.EqualTo(
            "FLR025 it computes wrong numbers (integer 0 of the probe: expected 2147483647, found 2147483646)"));

    [Test]
    public void The_probe_has_numbers_of_all_signs()
    {
        int[] indices = [.. Enumerable.Range(0, 4 * ProbeKernels.GroupSize)];
        Assert.That(indices.Select(ProbeKernels.Integer).Select(Math.Sign).Distinct(), Is.SupersetOf(new[] { -1, 1 }));
        Assert.That(indices.Select(ProbeKernels.Float).Select(Math.Sign).Distinct(), Is.SupersetOf(new[] { -1, 1 }));
        Assert.That(indices.Select(ProbeKernels.Curve).Select(Math.Sign).Distinct(), Is.SupersetOf(new[] { -1, 1 }));
    }
}
