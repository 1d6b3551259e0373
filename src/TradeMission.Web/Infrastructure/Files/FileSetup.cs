using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Files;

public static class FileSetup
{
    /// <exception cref="SetupException">The folder would be served to anybody.</exception>
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration, IWebHostEnvironment environment)
    {
        services.Configure<FileSettings>(configuration.GetSection("Files"));
        services.AddSingleton<IFileStore, FolderFileStore>();
        var folder = (configuration.GetSection("Files").Get<FileSettings>() ?? new FileSettings()).Folder;
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new SetupException("Files:Folder is empty; it must name the folder that keeps files.");
        }

        var web = string.IsNullOrEmpty(environment.WebRootPath) ? Path.Combine(environment.ContentRootPath, "wwwroot") : environment.WebRootPath;
        if (LiesIn(web, Path.Combine(environment.ContentRootPath, folder)))
        {
            throw new SetupException($"Files:Folder is '{folder}', which lies inside the web root: everybody could read its files. Name a folder outside {web}.");
        }

        return services;
    }

    /// <summary>Without regard to case, as some file systems have none.</summary>
    private static bool LiesIn(string parent, string folder) => Whole(folder).StartsWith(Whole(parent), StringComparison.OrdinalIgnoreCase);

    private static string Whole(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar;
}
