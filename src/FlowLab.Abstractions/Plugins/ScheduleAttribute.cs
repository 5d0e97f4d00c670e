namespace FlowLab.Plugins;

/// <summary>Marks an <see cref="Optimization.ISchedule"/> that manifests can name.</summary>
/// <param name="name">The name in manifests.</param>
public sealed class ScheduleAttribute(string name) : ComponentAttribute(ComponentKinds.Schedule, name);
