using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Layers;

/// <summary>The four passes of a flow whose layers are a <see cref="ILayerKernel"/>; X = tile, Y = seed.</summary>
public static class LayerKernels
{
    /// <summary>z0 to zK.</summary>
    public static void Forward<TLayers>(Index2D at, FlowForward pass, TLayers layers)
        where TLayers : struct, ILayerKernel
    {
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
            layers.Push(at, layer, pass.Batch, pass.State, logDet, pass.Scratch);
    }

    /// <summary>zK to z0, or to the state in front of the first layer that is asked for.</summary>
    public static void Inverse<TLayers>(Index2D at, FlowInverse pass, TLayers layers)
        where TLayers : struct, ILayerKernel
    {
        ArrayView<float> logDet = pass.LogDet.SubView(at.Y * pass.State.Batch, pass.State.Batch);
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
            layers.Pull(at, layer, pass.Batch, pass.State, logDet, pass.Scratch);
    }

    /// <summary>Gradients through <see cref="Forward"/>, the layers being undone on the way.</summary>
    public static void Backward<TLayers>(Index2D at, FlowBackward pass, TLayers layers)
        where TLayers : struct, ILayerKernel
    {
        ClearUnused(at, pass.Batch.Layers, layers, pass.ParameterGradient, pass.ContextGradient);
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
            layers.PushBackward(at, layer, new LayerAdjoint(pass));
    }

    /// <summary>Gradients through <see cref="Inverse"/>, the layers being done again on the way.</summary>
    public static void InverseBackward<TLayers>(Index2D at, FlowInverseBackward pass, TLayers layers)
        where TLayers : struct, ILayerKernel
    {
        ClearUnused(at, pass.Batch.Layers, layers, pass.ParameterGradient, pass.ContextGradient);
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
            layers.PullBackward(at, layer, new LayerAdjoint(pass));
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused<TLayers>(Index2D at, int used, TLayers layers, ParameterView parameterGradient, ParameterView contextGradient)
        where TLayers : struct, ILayerKernel
    {
        for (int p = layers.Offset(used), end = layers.Offset(layers.Length); p < end; p++)
            parameterGradient.At(at.Y, at.X, p) = 0f;
        for (int c = layers.ContextOffset(used), end = layers.ContextOffset(layers.Length); c < end; c++)
            contextGradient.At(at.Y, at.X, c) = 0f;
    }
}
