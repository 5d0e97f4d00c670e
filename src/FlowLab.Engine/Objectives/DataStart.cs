using FlowLab.Data;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Random;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>Lets flows that want it start from the first batch of the data that maximum likelihood fits them to.</summary>
internal static class DataStart
{
    /// <summary>From the last segment to the first: what is behind a segment has started when its turn comes.</summary>
    /// <param name="chain">The flows.</param>
    /// <param name="data">The data.</param>
    /// <param name="work">Free for use.</param>
    /// <param name="seeds">[R]: the seeds.</param>
    /// <param name="initial">[R, P], changed.</param>
    /// <param name="parameters">[R, P] on the device, where flows read them.</param>
    public static void Apply(FlowChain chain, IDataset data, FlowWorkspace work, ArrayView<int> seeds, float[] initial, ArrayView<float> parameters)
    {
        for (int i = chain.Segments.Count - 1; i >= 0; i--)
        {
            if (chain.Segments[i].Flow is not IDataStart flow)
                continue;
            PointMoments moments = MomentsBehind(chain, i, data, work, seeds, parameters);
            float[] own = ColumnsOf(chain.Segments[i], chain.ParameterCount, initial);
            flow.StartFrom(moments, own);
            Place(own, chain.Segments[i], chain.ParameterCount, initial);
            parameters.CopyFromCPU(initial);
        }
    }

    private static PointMoments MomentsBehind(FlowChain chain, int segment, IDataset data, FlowWorkspace work, ArrayView<int> seeds, ArrayView<float> parameters)
    {
        work.Turns.Enter("target", "its draw");
        data.Draw(new DataDraw(seeds, RandomPurpose.TrainingData, 0, work.State));
        work.Turns.Leave();
        for (int i = chain.Segments.Count - 1; i > segment; i--)
            chain.InverseSegment(work, chain.Own(parameters), i, chain.Segments[i].Flow.Length, 0);
        float[] points = new float[seeds.Length * chain.Dimension * work.Batch];
        work.State.Values.SubView(0, points.Length).CopyToCPU(points);
        return PointMoments.Of(points, chain.Dimension, work.Batch);
    }

    private static float[] ColumnsOf(FlowSegment segment, int stride, float[] all)
    {
        int count = segment.Flow.ParameterCount, seeds = all.Length / stride;
        float[] own = new float[seeds * count];
        for (int seed = 0; seed < seeds; seed++)
            all.AsSpan(seed * stride + segment.FirstParameter, count).CopyTo(own.AsSpan(seed * count));
        return own;
    }

    private static void Place(float[] own, FlowSegment segment, int stride, float[] all)
    {
        int count = segment.Flow.ParameterCount;
        for (int seed = 0; seed < all.Length / stride; seed++)
            own.AsSpan(seed * count, count).CopyTo(all.AsSpan(seed * stride + segment.FirstParameter));
    }
}
