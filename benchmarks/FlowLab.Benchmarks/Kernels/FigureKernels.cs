using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>Kernels that exist to be timed.</summary>
internal static class FigureKernels
{
    public static void Tanh(Index1D index, ArrayView<float> source, ArrayView<float> target) => target[index] = XMath.Tanh(source[index]);

    public static void Copy(Index1D index, ArrayView<float> source, ArrayView<float> target) => target[index] = source[index];

    public static void Nothing(Index1D index, int number)
    {
        // An empty launch is what is timed.
    }
}
