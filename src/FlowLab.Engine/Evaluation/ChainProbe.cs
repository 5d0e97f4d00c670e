using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>Takes given points through a chain in either direction, on the host's arrays.</summary>
/// <param name="chain">The chain.</param>
/// <param name="work">Memory for a batch.</param>
/// <param name="parameters">The parameters of the chain.</param>
/// <param name="seeds">Seeds R.</param>
internal sealed class ChainProbe(FlowChain chain, FlowWorkspace work, ChainParameters parameters, int seeds)
{
    /// <summary>Samples per seed, B.</summary>
    public int Batch => work.Batch;

    /// <summary>z0 as the base draws it: [R, D, B].</summary>
    public float[] DrawBase(NoiseKey key, ArrayView<int> seedsOnDevice)
    {
        chain.SampleBase(work, parameters, key, seedsOnDevice);
        return Read(work.State);
    }

    /// <summary>z0 to zK with the sum of log-dets: [R, D, B] and [R, B].</summary>
    public (float[] State, float[] LogDet) Forward(float[] points)
    {
        work.State.Values.SubView(0, points.Length).CopyFromCPU(points);
        DeviceZeros.Fill(work.LogDet.Values.SubView(0, seeds * work.Batch));
        for (int i = 0; i < chain.Segments.Count; i++)
            chain.ForwardSegment(work, parameters, i, chain.Segments[i].Flow.Length);
        return (Read(work.State), Read(work.LogDet));
    }

    /// <summary>zK to z0 with the sum of the forward log-dets: [R, D, B] and [R, B].</summary>
    public (float[] State, float[] LogDet) Inverse(float[] points)
    {
        work.State.Values.SubView(0, points.Length).CopyFromCPU(points);
        chain.Inverse(work, parameters);
        return (Read(work.State), Read(work.LogDet));
    }

    private float[] Read(SampleView view) => view.Values.SubView(0, seeds * view.Features * view.Batch).GetAsArray();
}
