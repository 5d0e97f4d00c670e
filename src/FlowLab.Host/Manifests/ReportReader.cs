namespace FlowLab.Host.Manifests;

/// <summary>Reads <c>report</c> and checks that the axes it names are there.</summary>
internal sealed class ReportReader(FaultCollector faults, SettingsBinder binder)
{
    public ReportSettings Read(ManifestValue value, IReadOnlyList<string> axes)
    {
        var report = (ReportSettings)binder.Bind(ManifestSections.ReportModel, value, ReferenceReader.Key);
        Check(report.Rows, JsonPath.Property(value.Path, "rows"), axes);
        for (int index = 0; index < report.Columns.Count; index++)
            Check(report.Columns[index], JsonPath.Element(JsonPath.Property(value.Path, "columns"), index), axes);
        if (report.Curve is { } curve)
            CheckCurve(curve, JsonPath.Property(value.Path, "curve"), axes);
        report.Reference = new ReferenceReader(faults, binder).Read(value.Child(ReferenceReader.Key), axes);
        return report;
    }

    private void CheckCurve(CurveSettings curve, string path, IReadOnlyList<string> axes)
    {
        if (curve.X != CurveSettings.FlowLength)
            Check(curve.X ?? "", JsonPath.Property(path, "x"), axes, CurveSettings.FlowLength);
        Check(curve.Series, JsonPath.Property(path, "series"), axes);
    }

    private void Check(string axis, string path, IReadOnlyList<string> axes, string alternative = "")
    {
        if (axis.Length > 0 && !axes.Contains(axis))
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownAxis, path, $"the sweep has no axis \"{axis}\"")
            {
                Expected = (axes.Count == 0 ? "no axis, as nothing is swept" : $"one of {string.Join(", ", axes)}") + (alternative.Length == 0 ? "" : $", or \"{alternative}\""),
                Suggestion = NearestName.Find(axis, [.. axes, alternative]),
            });
    }
}
