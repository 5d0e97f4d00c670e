using FlowLab.Flows;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU;

namespace FlowLab.Plugins.Nice;

/// <summary>
/// The four passes of <see cref="NiceFlow"/>; X = tile, Y = seed. Every layer preserves volume, so no pass touches the log-det. The
/// coupling leaves the part that conditions it in place: it can be undone, and its gradients taken, at its output as well as its input.
/// </summary>
public static class NiceKernels
{
    public static void Forward<TMixing, TNetwork>(Index2D at, FlowForward pass, NiceLayers<TMixing, TNetwork> layers)
        where TMixing : struct, IMixing
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            layers.Mixing.Apply(at, layer, pass.Batch.Tiles, pass.State, pass.Scratch);
            layers.Shift(at, layer, pass.Batch, pass.State, pass.Scratch, 1f);
        }
    }

    public static void Inverse<TMixing, TNetwork>(Index2D at, FlowInverse pass, NiceLayers<TMixing, TNetwork> layers)
        where TMixing : struct, IMixing
        where TNetwork : unmanaged, IConditionerKernel
    {
        for (int layer = pass.Batch.Layers - 1; layer >= pass.FirstLayer; layer--)
        {
            layers.Shift(at, layer, pass.Batch, pass.State, pass.Scratch, -1f);
            layers.Mixing.ApplyTransposed(at, layer, pass.Batch.Tiles, pass.State, pass.Scratch);
        }
    }

    public static void Backward<TMixing, TNetwork>(Index2D at, FlowBackward pass, NiceLayers<TMixing, TNetwork> layers)
        where TMixing : struct, IMixing
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Offset(pass.Batch.Layers), layers.Offset(layers.Length));
        ClearUnused(at, pass.ContextGradient, layers.ContextOffset(pass.Batch.Layers), layers.ContextOffset(layers.Length));
        for (int layer = pass.Batch.Layers - 1; layer >= 0; layer--)
        {
            layers.ShiftForBackward(at, layer, pass.Batch, pass.State, pass.Scratch, -1f);
            layers.ShiftBackward(at, layer, pass.Batch, pass.State, pass.Gradient, pass.ParameterGradient, pass.ContextGradient, pass.Scratch, 1f);
            layers.Mixing.ApplyTransposed(at, layer, pass.Batch.Tiles, pass.State, pass.Scratch);
            layers.Mixing.ApplyTransposed(at, layer, pass.Batch.Tiles, pass.Gradient, pass.Scratch);
        }
    }

    /// <summary>The gradients of subtracting the shift: adjoints pass through the couplings with the opposite sign.</summary>
    public static void InverseBackward<TMixing, TNetwork>(Index2D at, FlowInverseBackward pass, NiceLayers<TMixing, TNetwork> layers)
        where TMixing : struct, IMixing
        where TNetwork : unmanaged, IConditionerKernel
    {
        ClearUnused(at, pass.ParameterGradient, layers.Offset(pass.Batch.Layers), layers.Offset(layers.Length));
        ClearUnused(at, pass.ContextGradient, layers.ContextOffset(pass.Batch.Layers), layers.ContextOffset(layers.Length));
        for (int layer = 0; layer < pass.Batch.Layers; layer++)
        {
            layers.Mixing.Apply(at, layer, pass.Batch.Tiles, pass.State, pass.Scratch);
            layers.Mixing.Apply(at, layer, pass.Batch.Tiles, pass.Gradient, pass.Scratch);
            layers.ShiftForBackward(at, layer, pass.Batch, pass.State, pass.Scratch, 1f);
            layers.ShiftBackward(at, layer, pass.Batch, pass.State, pass.Gradient, pass.ParameterGradient, pass.ContextGradient, pass.Scratch, -1f);
        }
    }

    /// <summary>Layers that take no part have gradient zero.</summary>
    private static void ClearUnused(Index2D at, ParameterView gradient, int from, int to)
    {
        for (int p = from; p < to; p++)
            gradient.At(at.Y, at.X, p) = 0f;
    }
}
