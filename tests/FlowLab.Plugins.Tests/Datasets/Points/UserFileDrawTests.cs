using System.Runtime.InteropServices;
using FlowLab.Data;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.UserFiles;
using FlowLab.Plugins.Tests.Datasets.Formats;
using FlowLab.Random;

namespace FlowLab.Plugins.Tests.Datasets.Points;

/// <summary>Every kind of table draws what the rules say, on every device, to the bit.</summary>
[TestFixture(KernelDevice.Simd)]
[TestFixture(KernelDevice.IlgpuCpu)]
[TestFixture(KernelDevice.OpenCl12)]
public sealed class UserFileDrawTests(KernelDevice device)
{
    private const int Count = 61;
    private const int NoiseSeed = 5;

    private static readonly int[] Seeds = [3, 7, -2];

    private SampleFolder _folder = null!;
    private PointLab _lab = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = new SampleFolder();
        _lab = new PointLab(device);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _lab?.Dispose();
        _folder.Dispose();
    }

    // 2 and 35 features are no whole words of any storage; 64 are.
    private static IEnumerable<TestCaseData> Cases() =>
        from type in (string[])["|u1", "<f4"]
        from kind in Enum.GetValues<BinarizationKind>()
        from dimension in (int[])[2, 35, 64]
        select new TestCaseData(type, kind, dimension);

    [TestCaseSource(nameof(Cases))]
    public void Training_draws_are_those_of_the_rule(string type, BinarizationKind kind, int dimension)
    {
        using NumpyFile data = Make(type, kind, dimension, out HostPoints host);
        foreach ((long step, int batch) in ((long, int)[])[(0, 13), (4, 13), (3, 130), (1L << 40, 7)])
            Assert.That(_lab.Draw(data, Seeds, batch, step), Is.EqualTo(host.Train(Seeds, step, batch)), $"step {step}, B = {batch}");
    }

    [TestCaseSource(nameof(Cases))]
    public void Test_draws_are_the_test_points_in_their_order_over_and_over(string type, BinarizationKind kind, int dimension)
    {
        using NumpyFile data = Make(type, kind, dimension, out HostPoints host);
        foreach ((long step, int batch) in ((long, int)[])[(0, 3), (1, 4), (5, 20)])
            Assert.That(_lab.Draw(data, Seeds, batch, step, RandomPurpose.TestData), Is.EqualTo(host.Test(Seeds.Length, step, batch)), $"step {step}, B = {batch}");
    }

    [TestCaseSource(nameof(Cases))]
    public void Neighbors_are_gathered_and_the_last_point_is_repeated(string type, BinarizationKind kind, int dimension)
    {
        using NumpyFile data = Make(type, kind, dimension, out HostPoints host);
        foreach (DataSubset subset in Enum.GetValues<DataSubset>())
            foreach ((int first, int batch) in ((int, int)[])[(0, data.Count(subset)), (data.Count(subset) - 2, 11), (1, 3)])
                Assert.That(_lab.Gather(data, subset, first, batch, seeds: 2), Is.EqualTo(host.Gather(subset, first, 2, batch)), $"{subset} from {first}, B = {batch}");
    }

    private NumpyFile Make(string type, BinarizationKind kind, int dimension, out HostPoints host)
    {
        byte[] values = new byte[Count * dimension];
        new System.Random(dimension).NextBytes(values);
        values[0] = 0;
        values[1] = 255;
        byte[] elements = type == "|u1" ? values : MemoryMarshal.AsBytes<float>(Array.ConvertAll(values, value => value / 255f)).ToArray();
        string path = _folder.Write($"points{type[1..]}-{dimension}.npy", SampleFiles.Npy(type, $"({Count}, {dimension})", elements));
        host = new HostPoints(DataSplits.OfUserFile(NpyReader.Read(path)), kind, NoiseSeed);
        return new NumpyFile(new NumpyFileSettings { Path = path, Binarization = kind, BinarizationSeed = NoiseSeed }, _folder, _lab.Tables);
    }
}
