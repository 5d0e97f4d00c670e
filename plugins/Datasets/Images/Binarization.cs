using FlowLab.Random;

namespace FlowLab.Plugins.Datasets.Images;

/// <summary>
/// Gray pixels to ink or background: pixel i of image n is ink iff u(seed, epoch, n, i) &lt; intensity / 255, where u is uniform in (0, 1)
/// and addressed by Philox, so that no order of images, batch or device changes it. Usable in kernels.
/// <para>
/// Key (seed, <see cref="RandomPurpose.Binarization"/>); counter (n, i / 4, epoch), and lane i mod 4 of the block. Static binarization is
/// the epoch <see cref="Static"/> under a seed of the data; dynamic binarization counts epochs 0, 1, 2, ... under the seed of the run.
/// </para>
/// </summary>
public static class Binarization
{
    /// <summary>The epoch that is not one: drawn once, the same in every epoch of every run.</summary>
    public const long Static = -1;

    /// <summary>Pixels that one block of random bits decides.</summary>
    public const int PixelsPerBlock = 4;

    private const int UnusedBits = 9;

    /// <summary>The random bits of pixels 4 * <paramref name="block"/> to 4 * <paramref name="block"/> + 3.</summary>
    /// <param name="seed">The seed of the data or of the run.</param>
    /// <param name="epoch"><see cref="Static"/>, or the epoch from 0.</param>
    /// <param name="image">The image's number in the whole dataset.</param>
    /// <param name="block">Which four pixels.</param>
    public static PhiloxBlock Bits(int seed, long epoch, int image, int block) =>
        KernelRandom.Bits(seed, (int)RandomPurpose.Binarization, epoch, image, block);

    /// <summary>Whether a pixel is ink.</summary>
    /// <param name="bits">Its 32 random bits.</param>
    /// <param name="intensity">Its gray level, 0 to 255.</param>
    public static bool IsInk(uint bits, int intensity)
    {
        // u = (2k + 1) / 2^24 for the upper 23 bits k, as KernelRandom.Uniform; u < v / 255 without rounding is 255 (2k + 1) < v 2^24,
        // and both sides fit into 32 bits.
        uint twice = ((bits >> UnusedBits) << 1) | 1;
        return 255 * twice < (uint)intensity << 24;
    }

    /// <summary>Whether a pixel is ink whose intensity is no byte but a number.</summary>
    /// <param name="bits">Its 32 random bits.</param>
    /// <param name="intensity">Its intensity in [0, 1]; 0 is never ink and 1 always.</param>
    public static bool IsInk(uint bits, float intensity) => KernelRandom.Uniform(bits) < intensity;

    /// <summary>Whether pixel <paramref name="pixel"/> of an image is ink.</summary>
    public static bool IsInk(int seed, long epoch, int image, int pixel, int intensity)
    {
        PhiloxBlock block = Bits(seed, epoch, image, pixel / PixelsPerBlock);
        uint bits = (pixel % PixelsPerBlock) switch { 0 => block.X, 1 => block.Y, 2 => block.Z, _ => block.W };
        return IsInk(bits, intensity);
    }

    /// <summary>A whole image, on the host: 1 for ink, 0 for background.</summary>
    public static void Apply(int seed, long epoch, int image, ReadOnlySpan<byte> intensities, Span<byte> ink)
    {
        for (int pixel = 0; pixel < intensities.Length; pixel++)
            ink[pixel] = IsInk(seed, epoch, image, pixel, intensities[pixel]) ? (byte)1 : (byte)0;
    }
}
