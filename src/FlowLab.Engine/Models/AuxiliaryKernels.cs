using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;

namespace FlowLab.Engine.Models;

/// <summary>Kernels of auxiliary variables, which make q0(z0) a density of (z0, omega0); one instance handles one tile (X) of one seed (Y).</summary>
public static class AuxiliaryKernels
{
    /// <summary>
    /// Blocks of random numbers between the auxiliary variables of two flows of a chain; z0 has those before the first.
    /// </summary>
    public const int BlocksPerFlow = 1 << 20;

    private const float HalfLogTwoPi = 0.91893853320467274f;

    /// <summary>Draws omega0 of one flow, adds ln N(omega0; 0, I) to ln q0, and clears the reverse model's logarithm.</summary>
    /// <param name="index">Tile and seed.</param>
    /// <param name="tiles">How samples are dealt to instances.</param>
    /// <param name="key">The address of the noise of z0.</param>
    /// <param name="firstBlock">The flow's first block of random numbers.</param>
    /// <param name="seeds">[R].</param>
    /// <param name="auxiliary">[R, A, B], assigned.</param>
    /// <param name="logBase">[R, B], added to.</param>
    /// <param name="logReverse">[R, B], cleared.</param>
    public static void Draw(
        Index2D index, SampleTiles tiles, NoiseKey key, int firstBlock, ArrayView<int> seeds, SampleView auxiliary, ArrayView<float> logBase,
        ArrayView<float> logReverse)
    {
        int count = auxiliary.Features;
        int first = index.Y * tiles.Batch;
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            logBase[first + s] -= HalfLogTwoPi * count;
            logReverse[first + s] = 0f;
        }
        for (int a = 0; a < count; a += 2)
        {
            int partner = a + 1 < count ? a + 1 : a;
            ArrayView<float> row = auxiliary.Row(index.Y, a);
            ArrayView<float> partnerRow = auxiliary.Row(index.Y, partner);
            for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
            {
                PhiloxBlock bits = KernelRandom.Bits(seeds[index.Y], key.Purpose, key.Step, s + key.FirstSample, firstBlock + (a >> 2));
                NormalPair noise = (a & 2) == 0 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
                float square = noise.First * noise.First;
                if (partner != a)
                {
                    partnerRow[s] = noise.Second;
                    square += noise.Second * noise.Second;
                }
                row[s] = noise.First;
                logBase[first + s] -= 0.5f * square;
            }
        }
    }

    /// <summary>Takes ln r(omegaK | zK, x) off ln q0, so that ln q0 - log-det - ln p is the bound, and clears it.</summary>
    public static void TakeReverse(Index1D index, ArrayView<float> logBase, ArrayView<float> logReverse)
    {
        logBase[index] -= logReverse[index];
        logReverse[index] = 0f;
    }
}
