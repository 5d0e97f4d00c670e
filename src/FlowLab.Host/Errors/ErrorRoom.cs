namespace FlowLab.Host.Errors;

/// <summary>The numbers of one part of the program.</summary>
/// <param name="Title">"FLM: manifests".</param>
/// <param name="About">What is to be said about all of them, in Markdown; may be empty.</param>
/// <param name="Errors">In the order of their numbers.</param>
internal sealed record ErrorRoom(string Title, string About, IReadOnlyList<ErrorDescriptor> Errors);
