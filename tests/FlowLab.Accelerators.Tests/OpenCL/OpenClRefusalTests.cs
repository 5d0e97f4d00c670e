using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.OpenCl12;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>What OpenCL devices do not do, and how it is said; needs no device.</summary>
public class OpenClRefusalTests
{
    [Test]
    public void A_ref_to_one_kind_of_memory_or_another_is_refused() => AssertRefused(MixedMemory, OpenClRefusals.MixedMemory, "Write the cases out");

    [Test]
    public void Double_needs_a_device_that_has_it()
    {
        AssertRefused(Doubles, OpenClRefusals.Doubles, "flowlab devices shows");
        AssertRefused(DoubleArgument, OpenClRefusals.Doubles, "flowlab devices shows");
        Assert.That(() => Compile(Doubles, OpenClTarget.Core with { HasDoubles = true }), Throws.Nothing);
    }

    [Test]
    public void Atomics_of_64_bits_need_a_device_that_has_them()
    {
        AssertRefused(LongAtomics, OpenClRefusals.LongAtomics, "Use int");
        var text = Compile(LongAtomics, OpenClTarget.Core with { HasLongAtomics = true });
        Assert.That(text, Does.Contain("atom_cmpxchg").And.Not.Contain("atom_min(").And.Not.Contain("extended"), "what is not in the base extension is a loop");
    }

    [Test]
    public void Atomics_of_floats_need_32_bits_only() =>
        Assert.That(Compile(FloatAtomics, OpenClTarget.Core), Does.Contain("atomic_cmpxchg").And.Not.Contain("#pragma OPENCL EXTENSION"));

    [Test]
    public void Numbers_are_different() => Assert.That(OpenClRefusals.All.Select(refusal => refusal.Number), Is.Unique.And.Ordered);

    [Test]
    public void Without_a_loader_the_reason_is_said()
    {
        var fault = OpenClLoader.Find(["libNoSuchOpenCL.so.7"], out var library);
        Assert.That(fault, Is.EqualTo(
            "there is no OpenCL loader on this machine (libNoSuchOpenCL.so.7); install the driver of the device, or pocl-opencl-icd and ocl-icd-libopencl1 for the processor"));
        Assert.That((long)library, Is.Zero);
    }

    [Test]
    public void A_library_that_is_no_loader_is_not_used()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("The test needs the C library of Linux.");
        Assert.That(OpenClLoader.Find(["libc.so.6"], out _), Does.Contain("libc.so.6 is older than OpenCL 1.2"));
    }

    [Test]
    public void A_machine_without_such_a_device_says_so()
    {
        using var context = Context.Create().ToContext();
        Assert.That(() => context.CreateOpenCl12Accelerator(99), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("FLK316: there is no OpenCL device 99; the machine has "));
    }

    [Test]
    public void A_device_that_cannot_be_used_has_its_reason()
    {
        var usable = new OpenClDeviceFacts(true, true, false, "OpenCL 1.2 Vendor", "FULL_PROFILE", true, OpenClFloatingPoint.InfinityAndNaN | OpenClFloatingPoint.RoundToNearest);
        Assert.That(OpenClDeviceRefusal.Of(usable), Is.Null);
        Assert.That(OpenClDeviceRefusal.Of(usable with { IsAvailable = false }), Is.EqualTo("the driver says that it is not available"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { HasCompiler = false }), Is.EqualTo("its driver has no compiler"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { IsCustom = true }), Is.EqualTo("it runs built-in functions only"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { Version = "OpenCL 1.1 Vendor" }), Is.EqualTo("it has OpenCL 1.1 Vendor, and kernels need OpenCL 1.2"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { Profile = "EMBEDDED_PROFILE" }), Does.StartWith("it has the embedded profile"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { IsLittleEndian = false }), Is.EqualTo("its memory is big-endian"));
        Assert.That(OpenClDeviceRefusal.Of(usable with { FloatingPoint = OpenClFloatingPoint.RoundToNearest }), Does.StartWith("its float has no infinity"));
    }

    [TestCase("OpenCL 3.0 PoCL HSTR: pthread", 30)]
    [TestCase("OpenCL 1.2 ", 12)]
    [TestCase("OpenCL 1.1 Mesa 20.3", 11)]
    [TestCase("something else", 0)]
    public void Versions_are_read(string text, int version) => Assert.That(OpenClDeviceRefusal.VersionOf(text), Is.EqualTo(version));

    [Test]
    public void An_error_names_itself_the_attempt_and_the_remedy()
    {
        Assert.That(OpenCl12Exception.Of(OpenClStatus.CL_OUT_OF_RESOURCES, "launching Kernels_Add on GPU").Message, Is.EqualTo(
            "FLK310: launching Kernels_Add on GPU failed: OpenCL says CL_OUT_OF_RESOURCES (-5). Launch with smaller groups or less shared memory; a kernel that "
            + "reads or writes outside of its buffers ends so too on some devices."));
        Assert.That(OpenCl12Exception.Of((OpenClStatus)(-9999), "waiting").Message, Does.StartWith("FLK310: waiting failed: OpenCL says error -9999."));
        Assert.That(OpenCl12Exception.Of(OpenClStatus.CL_MEM_OBJECT_ALLOCATION_FAILURE, "launching").Message, Does.StartWith("FLK312: launching failed: OpenCL says CL_MEM_OBJECT_ALLOCATION_FAILURE (-4)."));
    }

    private static string Compile(Delegate kernel, OpenClTarget target) => OpenClCompiler.Compile(KernelEntry.OfIndex(kernel.Method), target).Text;

    private static void AssertRefused(Delegate kernel, KernelRefusal refusal, string remedy) => Assert.That(
        () => Compile(kernel, OpenClTarget.Core),
        Throws.TypeOf<KernelRefusedException>().With.Message.StartsWith($"FLK{refusal.Number}: OpenClRefusalTests.{kernel.Method.Name}").And.Message.Contains(remedy)
            .And.Message.Contains("OpenClRefusalTests.cs:"));

    private static void MixedMemory(Index1D i, ArrayView<int> data)
    {
        var local = LocalMemory.Allocate<int>(4);
        var view = data[i] > 0 ? data.SubView(0, 4) : local;
        view[i.X & 3] = 1;
        data[i] = local[0];
    }

    private static void Doubles(Index1D i, ArrayView<float> data) => data[i] = (float)(data[i] * 1.0000001);

    private static void DoubleArgument(Index1D i, ArrayView<float> data, double factor) => data[i] = (float)factor;

    private static void LongAtomics(Index1D i, ArrayView<long> data) => Atomic.Min(ref data[0], i.X);

    private static void FloatAtomics(Index1D i, ArrayView<float> data)
    {
        Atomic.Add(ref data[0], 1f);
        Atomic.Max(ref data[1], 1f);
        Atomic.Exchange(ref data[2], 1f);
    }
}
