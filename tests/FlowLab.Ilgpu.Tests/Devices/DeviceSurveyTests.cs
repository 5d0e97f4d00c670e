using FlowLab.Devices;
using ILGPU.Runtime.OpenCL;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Devices;

/// <summary>What the machine has, and why some of it is not used.</summary>
public class DeviceSurveyTests
{
    [Test]
    public void Everything_is_in_it_once()
    {
        var survey = DeviceSurvey.Take();
        Assert.That((survey.Devices[0].Kind, survey.Devices[0].Index), Is.EqualTo(("cpu", 0)));
        Assert.That(survey.Devices.Count(device => device.Kind == "opencl"), Is.EqualTo(CLInstallation.Current.Devices.Count()));
        Assert.That(survey.Notes.Any(note => note.StartsWith("opencl: ", StringComparison.Ordinal)), Is.EqualTo(CLInstallation.Current.Fault is not null));
        Assert.That(survey.Devices.Select(device => (device.Kind, device.Index)).Where(device => device.Index >= 0), Is.Unique);
    }

    [Test]
    public void A_refused_device_has_no_number_and_does_not_take_one()
    {
        var cuda = FakeCuda.Start(new FakeDevice("Maxwell", 5, 2), FakeDevice.Usual);
        var survey = CudaSurvey.Of(cuda.Devices, cuda.Fault);
        Assert.That(survey.Devices.Select(device => (device.Name, device.Index)), Is.EqualTo(new[] { ("Maxwell", -1), ("Test Pascal", 0) }));
        Assert.That(survey.Devices[0].Refusal, Does.StartWith("its compute capability is 5.2"));
        Assert.That(survey.Devices[0].Abilities, Is.Empty);
        Assert.That(survey.Devices[1].Abilities, Is.EqualTo(new[] { "kernels", "double", "atomics of 32 and 64 bits", "warps of 32" }));
        Assert.That(survey.Notes, Is.Empty);
    }

    [Test]
    public void What_is_not_there_has_a_reason() =>
        Assert.That(CudaSurvey.Of([], "there is no CUDA driver on this machine").Notes, Is.EqualTo(new[] { "cuda: there is no CUDA driver on this machine" }));
}
