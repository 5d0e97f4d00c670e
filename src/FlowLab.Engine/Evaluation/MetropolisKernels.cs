using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Random;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Evaluation;

/// <summary>Kernels of Metropolis-adjusted Langevin steps; one instance handles one sample (X) of one seed (Y).</summary>
public static class MetropolisKernels
{
    /// <summary>Blocks of random numbers that a move of a point takes: four normal numbers each, and one for the decision.</summary>
    public static int BlocksOf(int dimension) => (dimension + 3) / 4 + 1;

    /// <summary>Proposes z' = z - s g + sqrt(2 s) eps, with g the gradient of the energy at z.</summary>
    /// <param name="index">Sample and seed.</param>
    /// <param name="key">The address of the noise.</param>
    /// <param name="firstBlock">The move's first block of random numbers.</param>
    /// <param name="seeds">[R].</param>
    /// <param name="step">s.</param>
    /// <param name="state">[R, D, B]: z.</param>
    /// <param name="gradient">[R, D, B]: g.</param>
    /// <param name="proposal">[R, D, B]: z', assigned.</param>
    public static void Propose(
        Index2D index, NoiseKey key, int firstBlock, ArrayView<int> seeds, float step, SampleView state, SampleView gradient, SampleView proposal)
    {
        float root = XMath.Sqrt(2f * step);
        for (int d = 0; d < state.Features; d++)
        {
            PhiloxBlock bits = KernelRandom.Bits(seeds[index.Y], key.Purpose, key.Step, index.X + key.FirstSample, firstBlock + (d >> 2));
            NormalPair pair = (d & 2) == 0 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
            float noise = (d & 1) == 0 ? pair.First : pair.Second;
            proposal.Row(index.Y, d)[index.X] = state.Row(index.Y, d)[index.X] - step * gradient.Row(index.Y, d)[index.X] + root * noise;
        }
    }

    /// <summary>
    /// Takes the proposal with probability min(1, e^a), a = U(z) - U(z') + (|z' - z + s g|^2 - |z - z' + s g'|^2) / (4 s), so that exp(-U) is left as it is; an a that is
    /// not a number is a refusal.
    /// </summary>
    /// <param name="index">Sample and seed.</param>
    /// <param name="key">The address of the noise.</param>
    /// <param name="block">The block of random numbers of the decision.</param>
    /// <param name="seeds">[R].</param>
    /// <param name="step">s.</param>
    /// <param name="here">Where the draws are; taken to the proposal where it is accepted.</param>
    /// <param name="there">The proposals.</param>
    /// <param name="accepted">[R, 1, B]: accepted moves of each draw, counted on.</param>
    public static void Decide(
        Index2D index, NoiseKey key, int block, ArrayView<int> seeds, float step, MetropolisPoints here, MetropolisPoints there, SampleView accepted)
    {
        float miss = 0f;
        for (int d = 0; d < here.State.Features; d++)
        {
            float difference = there.State.Row(index.Y, d)[index.X] - here.State.Row(index.Y, d)[index.X];
            float forth = difference + step * here.Gradient.Row(index.Y, d)[index.X], back = step * there.Gradient.Row(index.Y, d)[index.X] - difference;
            miss += forth * forth - back * back;
        }
        float log = here.Energy.Row(index.Y, 0)[index.X] - there.Energy.Row(index.Y, 0)[index.X] + miss / (4f * step);
        PhiloxBlock bits = KernelRandom.Bits(seeds[index.Y], key.Purpose, key.Step, index.X + key.FirstSample, block);
        if (XMath.Log(KernelRandom.Uniform(bits.X)) < log)
        {
            for (int d = 0; d < here.State.Features; d++)
            {
                here.State.Row(index.Y, d)[index.X] = there.State.Row(index.Y, d)[index.X];
                here.Gradient.Row(index.Y, d)[index.X] = there.Gradient.Row(index.Y, d)[index.X];
            }
            here.Energy.Row(index.Y, 0)[index.X] = there.Energy.Row(index.Y, 0)[index.X];
            accepted.Row(index.Y, 0)[index.X] += 1f;
        }
    }
}
