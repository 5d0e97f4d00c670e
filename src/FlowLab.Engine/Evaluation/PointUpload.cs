using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>Brings given points to the device.</summary>
internal static class PointUpload
{
    /// <summary>Fills a batch of every seed with the points from <paramref name="first"/> on; what is left of it repeats the last point.</summary>
    /// <param name="view">[R, D, B].</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="points">[N, D].</param>
    /// <param name="first">The first of them to be brought.</param>
    public static void To(SampleView view, int seeds, float[] points, int first)
    {
        int dimension = view.Features, last = points.Length / dimension - 1;
        float[] batch = new float[seeds * dimension * view.Batch];
        for (int feature = 0; feature < dimension; feature++)
            for (int sample = 0; sample < view.Batch; sample++)
                batch[feature * view.Batch + sample] = points[Math.Min(first + sample, last) * dimension + feature];
        for (int seed = 1; seed < seeds; seed++)
            batch.AsSpan(0, dimension * view.Batch).CopyTo(batch.AsSpan(seed * dimension * view.Batch));
        view.Values.SubView(0, batch.Length).CopyFromCPU(batch);
    }
}
