using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Objectives;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>
/// A look inside a seed in training: norms of its parameters, and of the gradients of the last update, tensor by tensor; then, with the
/// parameters as they are now and the batch and noise of the last update, what its flows do layer by layer, and the worst sample with the
/// parts of its loss. It repeats a forward pass K times over and reads everything back, which costs about as much as ten updates, and changes nothing.
/// </summary>
public static class TrainingDiagnosis
{
    internal static IReadOnlyList<DiagnosedFigure> Of(TrainingSession session, TrainingBuffers buffers, IObjective objective, int position)
    {
        List<DiagnosedFigure> figures = [];
        int count = buffers.ParameterCount;
        TensorNorms.Append(session.Tensors, $"{DiagnosedFigure.Prefix}gradient", Own(buffers.Gradients.View.AsContiguous()), figures);
        TensorNorms.Append(session.Tensors, $"{DiagnosedFigure.Prefix}parameter", Own(buffers.Parameters.View.AsContiguous()), figures);
        objective.Diagnose(buffers, session.Update - 1, position, figures);
        return figures;

        float[] Own(ILGPU.ArrayView<float> values) => count == 0 ? [] : values.SubView((long)position * count, count).GetAsArray();
    }
}
