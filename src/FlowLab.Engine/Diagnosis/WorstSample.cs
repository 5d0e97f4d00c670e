using FlowLab.Engine.Training;
using FlowLab.Kernels;
using ILGPU.Runtime;

namespace FlowLab.Engine.Diagnosis;

/// <summary>The sample of a batch with the greatest loss, and what its loss is made of.</summary>
internal static class WorstSample
{
    /// <param name="position">Of the seed on the seeds axis.</param>
    /// <param name="parts">Names of the parts, [R, 1, B] each, and their signs in the loss.</param>
    /// <param name="figures">Appended to.</param>
    public static void Append(int position, IReadOnlyList<(string Name, SampleView Values, int Sign)> parts, List<DiagnosedFigure> figures)
    {
        int batch = parts[0].Values.Batch;
        double[][] values = [.. parts.Select(part => Read(part.Values, position, part.Sign))];
        int worst = Enumerable.Range(0, batch).MaxBy(s => values.Sum(part => part[s]));
        figures.Add(new DiagnosedFigure($"{DiagnosedFigure.Prefix}worst.sample", worst));
        figures.Add(new DiagnosedFigure($"{DiagnosedFigure.Prefix}worst.loss", values.Sum(part => part[worst])));
        for (int i = 0; i < parts.Count; i++)
            figures.Add(new DiagnosedFigure($"{DiagnosedFigure.Prefix}worst.{parts[i].Name}", values[i][worst]));
        for (int i = 0; i < parts.Count; i++)
            figures.Add(new DiagnosedFigure($"{DiagnosedFigure.Prefix}mean.{parts[i].Name}", values[i].Average()));
    }

    private static double[] Read(SampleView view, int position, int sign) =>
        Array.ConvertAll(view.Values.SubView((long)position * view.Batch, view.Batch).GetAsArray(), value => (double)sign * value);
}
