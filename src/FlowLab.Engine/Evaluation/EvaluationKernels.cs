using FlowLab.Kernels;
using ILGPU;

namespace FlowLab.Engine.Evaluation;

/// <summary>Kernels that lay out evaluation points.</summary>
public static class EvaluationKernels
{
    /// <summary>Centres of grid cells: sample X of every seed Y is cell <c>firstCell + X</c>, row by row from the lower left.</summary>
    public static void PlaceGrid(Index2D index, int firstCell, int resolution, float minimum, float spacing, SampleView state)
    {
        int cell = firstCell + index.X;
        state.Row(index.Y, 0)[index.X] = minimum + (cell % resolution + 0.5f) * spacing;
        state.Row(index.Y, 1)[index.X] = minimum + (cell / resolution + 0.5f) * spacing;
    }
}
