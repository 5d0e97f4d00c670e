using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Layers;

/// <summary>Small systems of linear equations, one per sample, in rows of the scratch: what the adjoint of an inverse solves where a layer's change of z has several values per sample.</summary>
public static class LayerSystem
{
    /// <summary>
    /// Solves (I + T) x = r by elimination with row pivots, in place. T [n, n] lies in the first n n rows of the scratch, row by row, r [n] in the n rows behind
    /// them, where x takes its place. A singular system, which a layer that can be inverted does not have, gives numbers that are not finite.
    /// </summary>
    /// <param name="scratch">The scratch [R, n n + n or more, B].</param>
    /// <param name="seed">The seed's position.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="size">n.</param>
    public static void Solve(SampleView scratch, int seed, int sample, int size)
    {
        for (int k = 0; k < size; k++)
            scratch.Row(seed, k * size + k)[sample] += 1f;
        for (int k = 0; k < size; k++)
        {
            Pivot(scratch, seed, sample, size, k);
            float pivot = scratch.Row(seed, k * size + k)[sample];
            for (int i = k + 1; i < size; i++)
            {
                float factor = scratch.Row(seed, i * size + k)[sample] / pivot;
                for (int j = k + 1; j < size; j++)
                    scratch.Row(seed, i * size + j)[sample] -= factor * scratch.Row(seed, k * size + j)[sample];
                scratch.Row(seed, size * size + i)[sample] -= factor * scratch.Row(seed, size * size + k)[sample];
            }
        }
        for (int i = size - 1; i >= 0; i--)
        {
            float sum = scratch.Row(seed, size * size + i)[sample];
            for (int j = i + 1; j < size; j++)
                sum -= scratch.Row(seed, i * size + j)[sample] * scratch.Row(seed, size * size + j)[sample];
            scratch.Row(seed, size * size + i)[sample] = sum / scratch.Row(seed, i * size + i)[sample];
        }
    }

    /// <summary>Brings the row with the largest number of column k, of those from k on, to row k.</summary>
    private static void Pivot(SampleView scratch, int seed, int sample, int size, int k)
    {
        int largest = k;
        for (int i = k + 1; i < size; i++)
        {
            if (XMath.Abs(scratch.Row(seed, i * size + k)[sample]) > XMath.Abs(scratch.Row(seed, largest * size + k)[sample]))
                largest = i;
        }
        if (largest == k)
            return;
        for (int j = k; j < size; j++)
            Swap(scratch.Row(seed, k * size + j), scratch.Row(seed, largest * size + j), sample);
        Swap(scratch.Row(seed, size * size + k), scratch.Row(seed, size * size + largest), sample);
    }

    private static void Swap(ArrayView<float> first, ArrayView<float> second, int sample)
    {
        float kept = first[sample];
        first[sample] = second[sample];
        second[sample] = kept;
    }
}
