using ILGPU.Algorithms;

namespace FlowLab.Random;

/// <summary>
/// Random numbers inside kernels, addressed by (seed, purpose, step, index, block): the same five numbers give the same bits on
/// every device, whichever other seeds run in the launch.
/// </summary>
public static class KernelRandom
{
    private const float TwoToMinus24 = 5.9604644775390625e-8f;

    /// <summary>128 random bits.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">A <see cref="RandomPurpose"/>.</param>
    /// <param name="step">The update, or another number that grows from launch to launch.</param>
    /// <param name="index">The sample within the launch.</param>
    /// <param name="block">Which block of this sample, when it needs more than four numbers.</param>
    public static PhiloxBlock Bits(int seed, int purpose, long step, int index, int block) =>
        Philox4x32.Generate(
            new PhiloxBlock((uint)index, (uint)block, (uint)(ulong)step, (uint)((ulong)step >> 32)), (uint)seed, (uint)purpose);

    /// <summary>A uniform number in (0, 1): the upper 24 bits, centred in their interval so that neither end occurs.</summary>
    public static float Uniform(uint bits)
    {
        // 1 - 2^-25 is no float: the largest of the 2^24 centred values would round to 1, so the product is formed on 23 bits.
        return ((bits >> 9) + 0.5f) * (2f * TwoToMinus24);
    }

    /// <summary>Two independent standard normal numbers by the Box-Muller transform.</summary>
    public static NormalPair Normal(uint bitsOfRadius, uint bitsOfAngle)
    {
        float radius = XMath.Sqrt(-2f * XMath.Log(Uniform(bitsOfRadius)));
        float angle = 2f * XMath.PI * Uniform(bitsOfAngle);
        return new NormalPair(radius * XMath.Cos(angle), radius * XMath.Sin(angle));
    }
}
