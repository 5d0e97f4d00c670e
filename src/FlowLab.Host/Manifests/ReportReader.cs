namespace FlowLab.Host.Manifests;

/// <summary>Reads <c>report</c> and checks that the axes it names are there.</summary>
internal sealed class ReportReader(FaultCollector faults, SettingsBinder binder)
{
    public ReportSettings Read(ManifestValue value, IReadOnlyList<string> axes)
    {
        var report = (ReportSettings)binder.Bind(ManifestSections.ReportModel, value);
        Check(report.Rows, JsonPath.Property(value.Path, "rows"), axes);
        for (int index = 0; index < report.Columns.Count; index++)
            Check(report.Columns[index], JsonPath.Element(JsonPath.Property(value.Path, "columns"), index), axes);
        if (report.Curve is { } curve)
            CheckCurve(curve, JsonPath.Property(value.Path, "curve"), axes);
        return report;
    }

    private void CheckCurve(CurveSettings curve, string path, IReadOnlyList<string> axes)
    {
        Check(curve.X ?? "", JsonPath.Property(path, "x"), axes);
        Check(curve.Series, JsonPath.Property(path, "series"), axes);
    }

    private void Check(string axis, string path, IReadOnlyList<string> axes)
    {
        if (axis.Length > 0 && !axes.Contains(axis))
            faults.Add(new ManifestFault(ManifestFaultNumbers.UnknownAxis, path, $"the sweep has no axis \"{axis}\"")
            {
                Expected = axes.Count == 0 ? "no axis, as nothing is swept" : $"one of {string.Join(", ", axes)}",
                Suggestion = NearestName.Find(axis, axes),
            });
    }
}
