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

    /// <summary>Numbers of a point: D, and the auxiliary variables of all flows behind it, since with them a chain is a map that has an inverse.</summary>
    public int Dimension => chain.Dimension + chain.AuxiliaryCount;

    /// <summary>z0, and omega0 behind it, as the base draws them: [R, <see cref="Dimension"/>, B].</summary>
    public float[] DrawBase(NoiseKey key, ArrayView<int> seedsOnDevice)
    {
        chain.SampleBase(work, parameters, key, seedsOnDevice);
        return ReadPoints();
    }

    /// <summary>(z0, omega0) to (zK, omegaK) with the sum of log-dets: [R, <see cref="Dimension"/>, B] and [R, B].</summary>
    public (float[] State, float[] LogDet) Forward(float[] points)
    {
        WritePoints(points);
        DeviceZeros.Fill(work.LogDet.Values.SubView(0, seeds * work.Batch));
        for (int i = 0; i < chain.Segments.Count; i++)
            chain.ForwardSegment(work, parameters, i, chain.Segments[i].Flow.Length);
        return (ReadPoints(), Read(work.LogDet));
    }

    /// <summary>(zK, omegaK) to (z0, omega0) with the sum of the forward log-dets: [R, <see cref="Dimension"/>, B] and [R, B].</summary>
    public (float[] State, float[] LogDet) Inverse(float[] points)
    {
        WritePoints(points);
        chain.Inverse(work, parameters);
        return (ReadPoints(), Read(work.LogDet));
    }

    private IEnumerable<SampleView> Parts() => work.Auxiliaries.Where(part => part.Features > 0).Prepend(work.State);

    private float[] ReadPoints()
    {
        if (chain.AuxiliaryCount == 0)
            return Read(work.State);
        float[] points = new float[seeds * Dimension * Batch];
        int first = 0;
        foreach (SampleView part in Parts())
        {
            int length = part.Features * Batch;
            float[] values = Read(part);
            for (int seed = 0; seed < seeds; seed++)
                values.AsSpan(seed * length, length).CopyTo(points.AsSpan((seed * Dimension + first) * Batch));
            first += part.Features;
        }
        return points;
    }

    private void WritePoints(float[] points)
    {
        int first = 0;
        foreach (SampleView part in Parts())
        {
            int length = part.Features * Batch;
            float[] values = new float[seeds * length];
            for (int seed = 0; seed < seeds; seed++)
                points.AsSpan((seed * Dimension + first) * Batch, length).CopyTo(values.AsSpan(seed * length));
            part.Values.SubView(0, values.Length).CopyFromCPU(values);
            first += part.Features;
        }
    }

    private float[] Read(SampleView view) => view.Values.SubView(0, seeds * view.Features * view.Batch).GetAsArray();
}
