using FlowLab.Engine.Latents;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>Brings what a latent model has computed back from the device, sample by sample.</summary>
internal static class LatentPictures
{
    /// <summary>[B, features] of one seed.</summary>
    public static float[] Rows(SampleView view, int position)
    {
        float[] values = view.Values.SubView((long)position * view.Features * view.Batch, (long)view.Features * view.Batch).GetAsArray();
        float[] rows = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
            rows[i % view.Batch * view.Features + i / view.Batch] = values[i];
        return rows;
    }

    /// <summary>[B, D]: the intensities that stand for p(x|z) of one seed, from what its generative network puts out.</summary>
    public static float[] Of(LatentModel model, SampleView outputs, int position)
    {
        float[] rows = Rows(outputs, position);
        float[] pictures = new float[outputs.Batch * model.PointDimension];
        for (int i = 0; i < outputs.Batch; i++)
        {
            model.Likelihood.Picture(
                rows.AsSpan(i * outputs.Features, outputs.Features), pictures.AsSpan(i * model.PointDimension, model.PointDimension));
        }
        return pictures;
    }
}
