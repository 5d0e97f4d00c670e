using FlowLab.Accelerators.OpenCl12;
using FlowLab.Host.Devices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace FlowLab.Host.Tests.Devices;

/// <summary>Which of the accelerators that might drive a device does.</summary>
public class DeviceOpeningTests
{
    private static readonly DeviceDriver Throwing =
        new("Throwing", ["kernels"], Refusal: null, (_, _) => throw new InvalidOperationException("the driver says no\nand more"));

    private static readonly DeviceDriver Refusing = DeviceDriver.Refused("Refusing", "it is too old");

    private Context _context = null!;

    [SetUp]
    public void CreateContext() => _context = RunDevice.CreateContext();

    [TearDown]
    public void DisposeContext() => _context.Dispose();

    [Test]
    public void The_first_that_works_drives_and_the_others_say_why_not()
    {
        DeviceDriver simd = DeviceSurvey.Find(DeviceName.Cpu)!.Drivers.Single();
        DeviceOpening opening = DeviceOpening.Of(Offer(Refusing, Throwing, simd, Throwing), _context, 1, isProbed: true);
        using Accelerator? accelerator = opening.Accelerator;

        Assert.That((accelerator is not null, opening.Driver), Is.EqualTo((true, simd)));
        Assert.That(opening.Reason, Is.EqualTo(
            "Refusing: it is too old; Throwing: FLR026 its driver fails (InvalidOperationException: the driver says no)"));
    }

    [Test]
    public void Where_none_works_there_is_no_accelerator()
    {
        DeviceOpening opening = DeviceOpening.Of(Offer(Throwing), _context, 1, isProbed: true);
        Assert.That((opening.Accelerator, opening.Driver, opening.Refusals.Count), Is.EqualTo(((Accelerator?)null, (DeviceDriver?)null, 1)));
    }

    [Test]
    public void Refused_devices_have_no_number()
    {
        DeviceOffer[] offers = [Offer(Refusing), Offer(Throwing), Offer(Refusing, Throwing), Offer(Refusing, Refusing)];
        Assert.That(DeviceOffer.Numbered(offers).Select(offer => offer.Name), Is.EqualTo(new[] { "opencl", "opencl:0", "opencl:1", "opencl" }));
    }

    [Test]
    public void Names_have_a_kind_and_the_first_needs_no_number()
    {
        Assert.That(DeviceName.KindOf("OpenCL12:3"), Is.EqualTo(DeviceName.OpenCl12));
        Assert.That((DeviceName.IsSame("OPENCL", "opencl:0"), DeviceName.IsSame("opencl", "opencl:1"), DeviceName.IsSame("opencl", "opencl12:0")), Is.EqualTo((true, false, false)));
        Assert.That(DeviceSurvey.Find("gpu"), Is.Null);
    }

    [Test]
    public void ILGPU_finds_the_loader_of_machines_without_packages_for_developers()
    {
        if (OpenCl12Device.GetDevices().Length == 0)
            Assert.Ignore("This machine has no OpenCL device.");
        DriverLibraries.Register();
        Assert.That(CLAPI.CurrentAPI.IsSupported, Is.True);
    }

    private static DeviceOffer Offer(params DeviceDriver[] drivers) => new(DeviceName.OpenCl, DeviceName.OpenCl, "A device", "", 1, 1, drivers);
}
