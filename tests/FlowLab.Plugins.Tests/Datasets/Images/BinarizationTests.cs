using System.Security.Cryptography;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;
using FlowLab.Accelerators.Passes;
using FlowLab.Plugins.Datasets.Files;
using FlowLab.Plugins.Datasets.Formats;
using FlowLab.Plugins.Datasets.Images;
using FlowLab.Random;
using ILGPU.Runtime;
using ILGPU;

namespace FlowLab.Plugins.Tests.Datasets.Images;

[TestFixture]
public sealed class BinarizationTests
{
    private const int Images = 400;
    private const int Pixels = 784;

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void A_pixel_is_ink_iff_the_uniform_number_is_below_its_intensity(uint bits, byte intensity) => Assert.That(
        Binarization.IsInk(bits, intensity), Is.EqualTo((double)KernelRandom.Uniform(bits) < intensity / 255.0));

    [TestCase(0u)]
    [TestCase(1u << 9)]
    [TestCase(0x80000000u)]
    [TestCase(uint.MaxValue)]
    public void Black_is_never_ink_and_white_always(uint bits) =>
        Assert.That((Binarization.IsInk(bits, 0), Binarization.IsInk(bits, 255)), Is.EqualTo((false, true)));

    [Test]
    public void The_share_of_ink_is_the_intensity_for_each_level()
    {
        foreach (int intensity in (int[])[1, 2, 64, 127, 128, 200, 254])
        {
            double p = intensity / 255.0;
            double share = Enumerable.Range(0, Images).Average(image => Draw(7, 3, image, (byte)intensity).Average(ink => (double)ink));
            Assert.That(share, Is.EqualTo(p).Within(4.5 * Math.Sqrt(p * (1 - p) / (Images * Pixels))), $"intensity {intensity}");
        }
    }

    [Test]
    public void Pixels_images_epochs_and_seeds_are_independent()
    {
        byte[] one = Draw(7, 3, 5, 128);
        Assert.That(Draw(7, 3, 5, 128), Is.EqualTo(one));
        foreach (byte[] other in (byte[][])[Draw(7, 3, 6, 128), Draw(7, 4, 5, 128), Draw(8, 3, 5, 128), Draw(7, Binarization.Static, 5, 128), Draw(7, 3 + (1L << 32), 5, 128), [.. one[1..], one[0]]])
            Assert.That(one.Zip(other).Count(pair => pair.First == pair.Second), Is.EqualTo(Pixels / 2).Within(4.5 * Math.Sqrt(Pixels) / 2));
    }

    [Test]
    public void A_pixel_has_its_own_address()
    {
        PhiloxBlock block = Philox4x32.Generate(new PhiloxBlock(60_001, 25, 3, 0), 7, (uint)RandomPurpose.Binarization);
        uint[] bits = [block.X, block.Y, block.Z, block.W];
        for (int pixel = 100; pixel < 104; pixel++)
            for (int intensity = 0; intensity < 256; intensity++)
                Assert.That(Binarization.IsInk(7, 3, 60_001, pixel, intensity), Is.EqualTo(Binarization.IsInk(bits[pixel - 100], intensity)));
    }

    [Test]
    public void A_kernel_draws_what_the_host_draws_and_the_kernel_compiler_takes_it()
    {
        using var lab = new CpuLab();
        byte[] intensities = [.. Enumerable.Range(0, Pixels).Select(i => (byte)(i * 37))];
        using MemoryBuffer1D<byte, Stride1D.Dense> gray = lab.Upload(intensities);
        using MemoryBuffer1D<int, Stride1D.Dense> ink = lab.Upload(new int[Pixels]);
        lab.Accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<byte>, ArrayView<int>, long>(Binarize)(Pixels, gray.View, ink.View, Binarization.Static);

        var expected = new byte[Pixels];
        Binarization.Apply(7, Binarization.Static, 60_001, intensities, expected);
        Assert.That(lab.Download(ink), Is.EqualTo(expected));

        IRKernel kernel = KernelFrontend.Build(((Action<Index1D, ArrayView<byte>, ArrayView<int>, long>)Binarize).Method);
        KernelOptimizer.Optimize(kernel, verifyEachPass: true);
        Assert.That(kernel.Values, Is.Not.Empty);
    }

    /// <summary>SHA-256 of one byte per pixel, computed by another program (Philox and the rule written in NumPy).</summary>
    [TestCase(0, Binarization.Static, "b456212e97d4376f2a7cd88908ecafef544fcb2ca63097b5dd2f446359060adf")]
    [TestCase(7, 0, "ebf85c326b05cb914fbcd63e5e714b1b11f76440aae347faa6fb0ed7b693fc9b")]
    [TestCase(7, 3, "16c3bfad22ace28e71e89e5ae1e38636dc8b169b59b84a9b933bcf081e725161")]
    public void The_test_images_of_MNIST_become_the_same_bits_for_ever(int seed, long epoch, string sha256)
    {
        ImageTable images = IdxReader.Read(SharedData.Find(MnistFiles.TestImages.Name + ".gz"));
        var ink = new byte[images.Bytes!.Length];
        Parallel.For(0, images.Count, image => Binarization.Apply(
            seed, epoch, 60_000 + image, images.Bytes.AsSpan(image * Pixels, Pixels), ink.AsSpan(image * Pixels, Pixels)));
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(ink)), Is.EqualTo(sha256));
    }

    private static void Binarize(Index1D pixel, ArrayView<byte> gray, ArrayView<int> ink, long epoch) =>
        ink[pixel] = Binarization.IsInk(7, epoch, 60_001, pixel, gray[pixel]) ? 1 : 0;

    private static byte[] Draw(int seed, long epoch, int image, byte intensity)
    {
        var ink = new byte[Pixels];
        Binarization.Apply(seed, epoch, image, Enumerable.Repeat(intensity, Pixels).ToArray(), ink);
        return ink;
    }
}
