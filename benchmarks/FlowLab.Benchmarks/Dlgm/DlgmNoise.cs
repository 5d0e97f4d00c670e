using FlowLab.Kernels;
using FlowLab.Random;

namespace FlowLab.Benchmarks.Dlgm;

/// <summary>The standard normal noise that seed 0 draws for the latent variables of an update.</summary>
internal static class DlgmNoise
{
    /// <summary>[latents, batch] of an update.</summary>
    public static float[] Of(int latents, int batch, int update)
    {
        float[] noise = new float[latents * batch];
        for (int i = 0; i < noise.Length; i++)
        {
            int d = i / batch;
            PhiloxBlock bits = KernelRandom.Bits(0, (int)RandomPurpose.TrainingNoise, update, i % batch, d >> 2);
            NormalPair pair = (d & 2) == 0 ? KernelRandom.Normal(bits.X, bits.Y) : KernelRandom.Normal(bits.Z, bits.W);
            noise[i] = (d & 1) == 0 ? pair.First : pair.Second;
        }
        return noise;
    }
}
