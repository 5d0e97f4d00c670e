using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace ILGPU.Tests.Runtime;

public class CPUDeviceTests
{
    [TestCase(CPUDeviceKind.Nvidia, 32, 1024)]
    [TestCase(CPUDeviceKind.AMD, 32, 256)]
    [TestCase(CPUDeviceKind.LegacyAMD, 64, 256)]
    [TestCase(CPUDeviceKind.Intel, 16, 128)]
    public void A_kind_groups_as_its_GPU(CPUDeviceKind kind, int warpSize, int groupSize)
    {
        using var context = Context.Create(builder => builder.CPU(kind));
        using var accelerator = context.CreateCPUAccelerator(0);
        Assert.That((accelerator.WarpSize, accelerator.MaxNumThreadsPerGroup), Is.EqualTo((warpSize, groupSize)));
        Assert.That(accelerator.MaxNumGroupsExtent, Is.EqualTo(((Index1D)1, (Index1D)groupSize)));
        Assert.That((accelerator.MaxSharedMemoryPerGroup, accelerator.MaxConstantMemory), Is.EqualTo((int.MaxValue, int.MaxValue)));
    }

    [Test]
    public void Kinds_are_chosen_by_what_they_offer()
    {
        using var context = Context.Create(builder => builder.CPU(device => device.WarpSize == 32));
        Assert.That(context.Devices, Is.EqualTo(new[] { CPUDevice.Nvidia, CPUDevice.AMD }));
        using var all = Context.Create(builder => builder.AllAccelerators(device => device.AcceleratorType == AcceleratorType.CPU));
        Assert.That(all.GetCPUDevices().Count, Is.EqualTo(CPUDevice.All.Length));
        Assert.That(CPUDevice.GetDevices(_ => false), Is.Empty);
        Assert.That(() => CPUDevice.GetDevice((CPUDeviceKind)9), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("LegacyAMD"));
    }
}
