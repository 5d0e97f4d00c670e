using System.Globalization;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Devices of this machine, by the real program.</summary>
public class DeviceTests
{
    private const double Tolerance = 1e-4;

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("flowlab-devices-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Devices_are_listed_with_what_they_are_good_for()
    {
        (int code, string output, string error) = FlowLabProcess.Run("devices");

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(@"^cpu +CPUAccelerator, \d+ multiprocessors, \d+\.\d GiB\n +kernels, double, atomics of 32 and 64 bits, vectors of \d+ bits\n"));
        Assert.That(output, Does.Match(@"(?m)^opencl:0 .*\n .*OpenCL .*driver .*\n +kernels, |^opencl .*\n.*\n +not used: |^opencl: there is no OpenCL loader|^opencl: the OpenCL loader"));
    }

    [Test]
    public void An_unknown_device_is_refused_with_those_that_there_are()
    {
        (int code, string _, string error) = FlowLabProcess.Run("run", Smoke(), "--device", "opencl:77", "--out", Path.Combine(_folder, "run"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("FLR020 there is no device 'opencl:77'. Allowed: cpu").And.Contain("'flowlab devices' lists"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "run")), Is.False);
    }

    [Test]
    public void A_run_on_OpenCL_has_the_numbers_of_the_CPU()
    {
        if (!FlowLabProcess.Run("devices").Output.Contains("opencl:0", StringComparison.Ordinal))
            Assert.Ignore("This machine has no OpenCL device.");
        string[] cpu = Summary("cpu");
        string[] opencl = Summary("opencl");

        Assert.That(opencl, Has.Length.EqualTo(cpu.Length));
        for (int i = 0; i < cpu.Length; i++)
            AssertSame(opencl[i].Split(','), cpu[i].Split(','));
    }

    private static void AssertSame(string[] actual, string[] expected)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (int i = 0; i < expected.Length; i++)
        {
            if (double.TryParse(expected[i], CultureInfo.InvariantCulture, out double number))
                Assert.That(double.Parse(actual[i], CultureInfo.InvariantCulture), Is.EqualTo(number).Within(Tolerance * Math.Max(1, Math.Abs(number))), string.Join(',', expected));
            else
                Assert.That(actual[i], Is.EqualTo(expected[i]));
        }
    }

    private static string Smoke() => Path.Combine(TestFolders.Repository, "manifests", "smoke.json");

    private string[] Summary(string device)
    {
        string run = Path.Combine(_folder, device);
        (int code, string _, string error) = FlowLabProcess.Run("run", Smoke(), "--device", device, "--seeds", "1", "--out", run);
        Assert.That((code, error), Is.EqualTo((0, "")));
        return File.ReadAllLines(Path.Combine(run, "summary.csv"));
    }
}
