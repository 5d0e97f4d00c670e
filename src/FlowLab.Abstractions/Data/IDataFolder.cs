namespace FlowLab.Data;

/// <summary>Where data files lie. The host provides it to the constructors of datasets.</summary>
public interface IDataFolder
{
    /// <summary>Full path of the folder, which need not exist.</summary>
    string Path { get; }

    /// <summary>The full path of a file whose content has been checked, plain or <c>.gz</c>.</summary>
    /// <exception cref="FlowLabDataException">It is not there, or has another content; the message says how to get it.</exception>
    string Find(DataFile file);
}
