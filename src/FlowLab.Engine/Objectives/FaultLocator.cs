using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Objectives;

/// <summary>Finds the first layer whose output is not finite, by going through the chain again layer by layer.</summary>
internal static class FaultLocator
{
    /// <summary>Whether all features of all samples of the seed at <paramref name="position"/> are finite.</summary>
    public static bool IsFinite(SampleView view, int position)
    {
        int length = view.Features * view.Batch;
        float[] values = view.Values.SubView(position * length, length).GetAsArray();
        return Array.TrueForAll(values, float.IsFinite);
    }

    /// <summary>The first layer in the direction of sampling, or null.</summary>
    public static string? InForward(FlowChain chain, FlowWorkspace work, in ChainParameters parameters, ArrayView<int> seeds, NoiseKey key, int position)
    {
        for (int i = 0; i < chain.Segments.Count; i++)
        {
            for (int layers = 1; layers <= chain.Segments[i].Flow.Length; layers++)
            {
                SampleUpTo(chain, work, parameters, seeds, key, i);
                chain.ForwardSegment(work, parameters, i, layers);
                string? part = FaultyPart(work, position);
                if (part is not null)
                    return $"flow[{i}] ({chain.Segments[i].Name}) layer {layers - 1}: {part}";
            }
        }
        return null;
    }

    /// <summary>The first layer in the direction of the inverse, or null.</summary>
    public static string? InInverse(FlowChain chain, FlowWorkspace work, in ChainParameters parameters, int seeds, int position)
    {
        DeviceZeros.Fill(work.LogDet.Values.SubView(0, seeds * work.Batch));
        for (int i = chain.Segments.Count - 1; i >= 0; i--)
        {
            FlowSegment segment = chain.Segments[i];
            for (int layer = segment.Flow.Length - 1; layer >= 0; layer--)
            {
                chain.InverseSegment(work, parameters, i, layer + 1, layer);
                string? part = FaultyPart(work, position);
                if (part is not null)
                    return $"flow[{i}] ({segment.Name}) layer {layer}, inverse: {part}";
            }
        }
        return null;
    }

    private static void SampleUpTo(
        FlowChain chain, FlowWorkspace work, in ChainParameters parameters, ArrayView<int> seeds, NoiseKey key, int segments)
    {
        chain.SampleBase(work, parameters, key, seeds);
        for (int i = 0; i < segments; i++)
            chain.ForwardSegment(work, parameters, i, chain.Segments[i].Flow.Length);
    }

    private static string? FaultyPart(FlowWorkspace work, int position)
    {
        if (!IsFinite(work.State, position))
            return "z is not finite";
        return IsFinite(work.LogDet, position) ? null : "the log-det is not finite";
    }
}
