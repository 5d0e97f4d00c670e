using System.Globalization;

namespace FlowLab.Host.Tests.Commands;

/// <summary>Devices of this machine, by the real program.</summary>
[Parallelizable]
public class DeviceTests
{
    private const double Tolerance = 1e-4;

    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("flowlab-devices-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Devices_are_listed_with_what_drives_them_and_what_they_are_good_for()
    {
        (int code, string output, string error) = FlowLabProcess.Run("devices");

        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(
            @"^cpu +SIMD, \d+-bit vectors, \d+ multiprocessors?, \d+\.\d GiB\n +driven by SIMD of FlowLab\.Accelerators\n +kernels, double, atomics of 32 and 64 bits, vectors of \d+ bits\n"));
        Assert.That(output, Does.Match(@"(?m)^ilgpu-cpu +CPUAccelerator, 1 multiprocessor, \d+\.\d GiB\n +driven by ILGPU's CPU emulation\n"));
        Assert.That(output, Does.Match(
            @"(?m)^opencl:0 .*\n .*OpenCL .*driver .*\n +driven by (ILGPU's OpenCL|OpenCL 1\.2 of FlowLab\.Accelerators).*\n +kernels, |^opencl .*\n.*\n +not used: |^opencl: there is no OpenCL loader|^opencl: the OpenCL loader"));
        Assert.That(output, Does.Match(@"(?m)^cuda:0 .*\n.*\n +driven by ILGPU's CUDA\n|^cuda .*\n.*\n +not used: |^cuda: there is no CUDA driver|^cuda: the "));
    }

    [Test]
    public void An_unknown_device_is_refused_with_those_that_there_are()
    {
        (int code, string _, string error) = FlowLabProcess.Run("run", Smoke(), "--device", "opencl:77", "--out", Path.Combine(_folder, "run"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error, Does.StartWith("FLR020 there is no device 'opencl:77'. Allowed: cpu").And.Contain("ilgpu-cpu").And.Contain("'flowlab devices' lists"));
        Assert.That(Directory.Exists(Path.Combine(_folder, "run")), Is.False);
    }

    [Test]
    public void A_run_in_ILGPUs_emulation_has_the_numbers_of_the_vectors()
    {
        LongTests.Require("ILGPU's emulation takes long");
        string[] emulated = Summary("ilgpu-cpu", Tiny());
        string[] vectors = Summary("cpu", Tiny());

        Assert.That(emulated, Has.Length.EqualTo(vectors.Length));
        for (int i = 0; i < vectors.Length; i++)
            AssertSame(emulated[i].Split(','), vectors[i].Split(','));
    }

    [TestCase("opencl")]
    [TestCase("opencl12")]
    public void A_run_on_OpenCL_has_the_numbers_of_the_CPU(string device)
    {
        if (device == "opencl")
            LongTests.Require("Our own OpenCL is usually enough");
        if (!FlowLabProcess.Run("devices").Output.Contains($"{device}:0", StringComparison.Ordinal))
            Assert.Ignore($"This machine has no device {device}:0.");
        string[] cpu = Summary("cpu", Smoke());
        string[] opencl = Summary(device, Smoke());

        Assert.That(opencl, Has.Length.EqualTo(cpu.Length));
        for (int i = 0; i < cpu.Length; i++)
            AssertSame(opencl[i].Split(','), cpu[i].Split(','));
    }

    private static void AssertSame(string[] actual, string[] expected)
    {
        Assert.That(actual, Has.Length.EqualTo(expected.Length));
        for (int i = 0; i < expected.Length; i++)
        {
            if (double.TryParse(expected[i], CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
                Assert.That(double.Parse(actual[i], CultureInfo.InvariantCulture), Is.EqualTo(number).Within(Tolerance * Math.Max(1, Math.Abs(number))), string.Join(',', expected));
            else
                Assert.That(actual[i], Is.EqualTo(expected[i]));
        }
    }

    private static string Smoke() => Path.Combine(TestFolders.Repository, "manifests", "smoke.json");

    /// <summary>Little enough for an emulation that has a thread per instance.</summary>
    private string Tiny()
    {
        string file = Path.Combine(_folder, "tiny.json");
        File.WriteAllText(file, """
            {
              "name": "tiny", "target": { "type": "energy", "name": "U1" }, "flow": [ { "type": "planar", "length": 2 } ],
              "training": { "batch": 50, "updates": 5 }, "evaluation": { "samples": 200, "gridResolution": 20, "figureResolution": 10 }, "seeds": 1
            }
            """);
        return file;
    }

    private string[] Summary(string device, string manifest)
    {
        string run = Path.Combine(_folder, device);
        (int code, string _, string error) = FlowLabProcess.Run("run", manifest, "--device", device, "--seeds", "1", "--out", run);
        Assert.That((code, error), Is.EqualTo((0, "")));
        return File.ReadAllLines(Path.Combine(run, "summary.csv"));
    }
}
