using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>Which devices there are, and why kernels do not run on some.</summary>
public class CudaDeviceTests
{
    [Test]
    public void Without_a_driver_there_are_no_devices_and_no_exception()
    {
        var installation = new CudaInstallation(null);
        Assert.That(installation.Devices, Is.Empty);
        Assert.That(installation.Fault, Does.StartWith("there is no CUDA driver on this machine (libcuda.so.1, libcuda.so, nvcuda.dll)"));
    }

    [Test]
    public void A_context_of_all_devices_comes_up_on_any_machine()
    {
        using var context = Context.CreateDefault();
        Assert.That(context.GetCudaDevices().Count, Is.EqualTo(CudaInstallation.Current.Devices.Count(device => device.Refusal is null)));
        Assert.That(context.GetDevices<CPUDevice>().Count, Is.GreaterThan(0));
    }

    [Test]
    public void What_is_wrong_with_an_installation_is_told()
    {
        Assert.That(FakeCuda.Start().Fault, Does.StartWith("the CUDA driver sees no device"));
        FakeCuda.Start(FakeDevice.Usual);
        FakeCuda.Fail("cuInit", CudaStatus.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH);
        Assert.That(new CudaInstallation(FakeCuda.Find).Fault, Does.StartWith("FLK410: starting CUDA failed").And.Contain("restart the machine"));
        Assert.That(new CudaInstallation(name => name == "cuLaunchKernel" ? 0 : FakeCuda.Find(name)).Fault, Is.EqualTo("the driver has no cuLaunchKernel; install a newer one"));
    }

    [Test]
    public void A_device_has_the_properties_that_the_driver_says()
    {
        var device = FakeCuda.Start(FakeDevice.Usual).Devices.Single();
        Assert.That(device.Refusal, Is.Null);
        Assert.That((device.Name, device.DeviceId, device.AcceleratorType), Is.EqualTo(("Test Pascal", 0, AcceleratorType.Cuda)));
        Assert.That((device.WarpSize, device.NumMultiprocessors, device.MaxNumThreads), Is.EqualTo((32, 4, 8192)));
        Assert.That(device.MaxGroupSize, Is.EqualTo(new Index3D(1024, 1024, 64)));
        Assert.That(device.MaxGridSize, Is.EqualTo(new Index3D(int.MaxValue, 65535, 65535)));
        Assert.That((device.MaxSharedMemoryPerGroup, device.MaxSharedMemoryPerMultiprocessor), Is.EqualTo((49152, 98304)));
        Assert.That((device.HasECCSupport, device.SupportsManagedMemory, device.ClockRate), Is.EqualTo((true, false, 1_480_000)));
        Assert.That(device.NVMLPCIBusId, Is.EqualTo("00000000:3B:00.0"));
    }

    private static IEnumerable<TestCaseData> Unusable()
    {
        yield return new TestCaseData(new FakeDevice("Maxwell", 5, 2), 12040, "its compute capability is 5.2, and kernels need 6.0 (sm_60)").SetArgDisplayNames("old device");
        yield return new TestCaseData(FakeDevice.Usual, 8000, "its driver is one of CUDA 8.0, and kernels need 9.0; update it").SetArgDisplayNames("old driver");
        yield return new TestCaseData(FakeDevice.Usual with { IsProhibited = true }, 12040, "its owner forbids computing on it (nvidia-smi, compute mode prohibited)")
            .SetArgDisplayNames("prohibited");
    }

    [TestCaseSource(nameof(Unusable))]
    public void A_device_that_cannot_be_used_says_why(object device, int version, string reason)
    {
        FakeCuda.Start((FakeDevice)device);
        var found = new CudaDevice(new(FakeCuda.Find), version, 0);
        Assert.That(found.Refusal, Is.EqualTo(reason));
        using var context = Context.Create(builder => builder.CPU());
        Assert.That(() => found.CreateCudaAccelerator(context), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(
            $"FLK416: kernels do not run on {found}: {reason}. Choose another device; flowlab devices lists them."));
    }
}
