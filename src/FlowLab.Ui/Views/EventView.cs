namespace FlowLab.Ui.Views;

/// <summary>Something that happened during a run.</summary>
/// <param name="Time">When.</param>
/// <param name="Kind">What it is about, in a word.</param>
/// <param name="Place">Cell, seed and update, as far as it concerns one.</param>
/// <param name="Message">For the reader.</param>
public sealed record EventView(DateTimeOffset Time, string Kind, string Place, string Message);
